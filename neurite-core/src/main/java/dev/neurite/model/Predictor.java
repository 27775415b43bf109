package dev.neurite.model;

import dev.neurite.kernels.Team;
import dev.neurite.op.ParameterViews;
import dev.neurite.op.Workspace;
import dev.neurite.parameter.Rows;
import dev.neurite.program.Folding;
import dev.neurite.program.Program;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Predicts with a model. Safe to share: any number of threads, virtual ones too, may call it at once.
///
/// A call takes a workspace from a fixed array by compare-and-set and puts it back; when all are taken it makes one
/// more. Nothing blocks, and a call allocates nothing once a workspace is there for it; but that the first product to
/// read a weight in packed panels makes these, for all that follow (docs/kernels.md, "Constant weights").
public final class Predictor implements AutoCloseable {
    private static final int WORKSPACES = 64;
    private static final int LARGEST_BATCH = 256;

    private final Model model;
    private final Program program;
    private final ParameterViews parameters;
    private final Team team;
    private final AtomicReferenceArray<@Nullable Workspace> free = new AtomicReferenceArray<>(WORKSPACES);

    private Predictor(Model model, int threads) {
        this.model = model;
        Folding folding = Folding.of(model.network());
        this.program = Program.forPrediction(folding.network(), LARGEST_BATCH);
        this.parameters = ParameterViews.constant(program.layout(), folding.apply(model.parameters()));
        this.team = Team.of(threads);
    }

    /// A predictor of `model`.
    ///
    /// @param threads threads that share the work of one large batch; 1 for the calling thread alone
    /// @throws IllegalArgumentException if `threads` is not positive
    public static Predictor of(Model model, int threads) {
        return new Predictor(model, threads);
    }

    /// Numbers of one example.
    public int inputs() {
        return model.network().inputs();
    }

    /// Numbers of one prediction.
    public int outputs() {
        return program.output().columns();
    }

    /// Predicts one example.
    ///
    /// @param input the numbers of the example
    /// @return the prediction: probabilities for classification, values for regression
    /// @throws IllegalArgumentException if the example has another length
    public float[] predict(float[] input) {
        float[] output = new float[outputs()];
        predict(input, output);
        return output;
    }

    /// Predicts one example into the caller's array.
    ///
    /// @param input  the numbers of the example; not modified
    /// @param output receives the prediction
    /// @throws IllegalArgumentException if the example has another length, or the output has no room
    public void predict(float[] input, float[] output) {
        requireExample(input);
        predict(input, 1, output);
    }

    /// Predicts many examples.
    ///
    /// @param inputs one example in each row
    /// @return one prediction in each row
    /// @throws IllegalArgumentException if a row has another length
    public float[][] predict(float[][] inputs) {
        float[] flat = new float[Math.multiplyExact(inputs.length, inputs())];
        for (int row = 0; row < inputs.length; row++) {
            requireExample(inputs[row]);
            System.arraycopy(inputs[row], 0, flat, row * inputs(), inputs());
        }
        float[] predicted = new float[Math.multiplyExact(inputs.length, outputs())];
        predict(flat, inputs.length, predicted);
        float[][] outputs = new float[inputs.length][];
        for (int row = 0; row < inputs.length; row++) {
            outputs[row] = Arrays.copyOfRange(predicted, row * outputs(), (row + 1) * outputs());
        }
        return outputs;
    }

    /// Predicts `rows` examples into the caller's array.
    ///
    /// @param inputs  examples one behind the other, without padding; not modified
    /// @param rows    how many
    /// @param outputs receives the predictions one behind the other
    /// @throws IllegalArgumentException if an array is too short
    public void predict(float[] inputs, int rows, float[] outputs) {
        requireLength("inputs", inputs.length, rows, inputs());
        requireLength("outputs", outputs.length, rows, outputs());
        Workspace workspace = take();
        try {
            for (int row = 0; row < rows; row += LARGEST_BATCH) {
                predict(workspace, inputs, row, Math.min(LARGEST_BATCH, rows - row), outputs);
            }
        } finally {
            giveBack(workspace);
        }
    }

    private void predict(Workspace workspace, float[] inputs, int first, int rows, float[] outputs) {
        workspace.resize(rows);
        copyIn(workspace.values(program.input()), inputs, first, rows);
        program.forward(workspace);
        Rows result = workspace.values(program.output());
        model.link().apply(rows, result);
        copyOut(result, outputs, first, rows);
    }

    private static void copyIn(Rows region, float[] inputs, int first, int rows) {
        int columns = region.columns();
        for (int row = 0; row < rows; row++) {
            System.arraycopy(inputs, (first + row) * columns, region.data(), region.row(row), columns);
        }
    }

    private static void copyOut(Rows region, float[] outputs, int first, int rows) {
        int columns = region.columns();
        for (int row = 0; row < rows; row++) {
            System.arraycopy(region.data(), region.row(row), outputs, (first + row) * columns, columns);
        }
    }

    private Workspace take() {
        for (int i = 0; i < WORKSPACES; i++) {
            Workspace workspace = free.get(i);
            if (workspace != null && free.compareAndSet(i, workspace, null)) {
                return workspace;
            }
        }
        return program.workspace(parameters, team);
    }

    private void giveBack(Workspace workspace) {
        for (int i = 0; i < WORKSPACES; i++) {
            if (free.get(i) == null && free.compareAndSet(i, null, workspace)) {
                return;
            }
        }
    }

    private void requireExample(float[] input) {
        if (input.length != inputs()) {
            throw new IllegalArgumentException("an example must have " + inputs() + " numbers, got " + input.length);
        }
    }

    private static void requireLength(String name, int length, int rows, int columns) {
        if (rows < 0 || length < (long) rows * columns) {
            throw new IllegalArgumentException(
                    name + " must hold " + rows + " rows of " + columns + " numbers, got an array of length " + length);
        }
    }

    /// Ends the threads of this predictor.
    @Override
    public void close() {
        team.close();
    }
}
