package dev.neurite.testkit;

import dev.neurite.network.Network;
import dev.neurite.op.Op;
import dev.neurite.op.Workspace;
import dev.neurite.parameter.Parameters;
import dev.neurite.parameter.Rows;
import dev.neurite.parameter.Slot;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import dev.neurite.textbook.Pass;
import dev.neurite.textbook.TextbookNetwork;
import java.util.Arrays;

/// A network on its way forward and backward in the engine, with drawn parameters and inputs. The loss is a sum of the
/// outputs with drawn coefficients, `L = Σ c·z`, in double.
final class Passage {
    private static final Seed DRAWS = Seed.of(77);
    private static final int STEP = 3;

    private final Network network;
    private final Program program;
    private final int rows;
    private final Seed seed;
    private final float[] start;
    private final float[] parameters;
    private final float[] gradients;
    private final Workspace workspace;
    private final double[][] inputs;
    private final double[][] coefficients;

    Passage(Network network, int rows, Seed seed) {
        this(network, Program.forTraining(network, rows + 3), rows, seed);
    }

    private Passage(Network network, Program program, int rows, Seed seed) {
        this.network = network;
        this.program = program;
        this.rows = rows;
        this.seed = seed;
        this.start = program.initialize(seed.split("start")).toArray();
        this.parameters = start.clone();
        this.gradients = new float[start.length];
        this.workspace = program.workspace(parameters, gradients);
        this.inputs = normals(seed.split("inputs"), rows, network.inputs());
        this.coefficients = normals(seed.split("coefficients"), rows, network.outputs());
        scatter();
    }

    /// A passage of other numbers through the same program.
    Passage sibling(int number) {
        return new Passage(network, program, rows, seed.split("sibling", number));
    }

    /// Moves the parameters away from starts such as 0 and 1.
    private void scatter() {
        Seed draws = seed.split("scatter");
        for (Slot slot : program.layout().slots()) {
            for (int i = 0; i < slot.length() && learns(slot); i++) {
                if (i % slot.stride() < slot.columns()) {
                    start[slot.offset() + i] += (float) (0.2 * draws.normal(slot.offset() + i));
                }
            }
        }
    }

    /// Whether a gradient moves it: no statistic, and not frozen.
    boolean learns(Slot slot) {
        return slot.role().learns()
                && program.parameters().stream()
                        .noneMatch(parameter -> parameter.slot().equals(slot)
                                && parameter.learning().frozen());
    }

    Program program() {
        return program;
    }

    float[] start() {
        return start.clone();
    }

    /// The gradient of the engine, from memory full of numbers of another pass.
    float[] gradient() {
        Arrays.fill(workspace.values(program.input()).data(), 9.75f);
        Arrays.fill(workspace.deltas(program.input()).data(), -3.5f);
        for (Slot slot : program.layout().slots()) {
            for (int i = 0; i < slot.length() && learns(slot); i++) {
                gradients[slot.offset() + i] = i % slot.stride() < slot.columns() ? 55 : 0;
            }
        }
        run();
        return gradients.clone();
    }

    /// Forward and backward.
    void run() {
        forward(start);
        Rows delta = workspace.deltas(program.output());
        for (int row = 0; row < rows; row++) {
            Arrays.fill(delta.data(), delta.row(row), delta.row(row) + delta.stride(), 0);
            for (int j = 0; j < delta.columns(); j++) {
                delta.data()[delta.row(row) + j] = (float) coefficients[row][j];
            }
        }
        program.backward(workspace);
    }

    /// L at the given parameters.
    double loss(float[] at) {
        forward(at);
        Rows outputs = workspace.values(program.output());
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < outputs.columns(); j++) {
                sum += coefficients[row][j] * outputs.at(row, j);
            }
        }
        return sum;
    }

    /// The outputs at the start, row by row.
    float[] outputs() {
        forward(start);
        Rows outputs = workspace.values(program.output());
        float[] numbers = new float[rows * outputs.columns()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = outputs.at(i / outputs.columns(), i % outputs.columns());
        }
        return numbers;
    }

    private void forward(float[] at) {
        prepare(at);
        program.forward(workspace);
    }

    private void prepare(float[] at) {
        System.arraycopy(at, 0, parameters, 0, at.length);
        workspace.resize(rows);
        workspace.at(DRAWS, STEP);
        Rows region = workspace.values(program.input());
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < region.columns(); j++) {
                region.data()[region.row(row) + j] = (float) inputs[row][j];
            }
        }
    }

    /// Fails when an op changes the values that another op has written.
    void requireOneWriter() {
        prepare(start);
        for (Op op : program.ops()) {
            float[][] before = program.ops().stream().map(this::values).toArray(float[][]::new);
            float[] input = copy(workspace.values(program.input()));
            op.forward(workspace);
            requireUnchanged(op, input, copy(workspace.values(program.input())), "the input of the network");
            for (int i = 0; i < before.length; i++) {
                Op other = program.ops().get(i);
                if (!other.output().equals(op.output())) {
                    requireUnchanged(op, before[i], values(other), "the output of " + other);
                }
            }
        }
    }

    private static void requireUnchanged(Op op, float[] before, float[] after, String what) {
        for (int i = 0; i < before.length; i++) {
            if (Float.floatToIntBits(before[i]) != Float.floatToIntBits(after[i])) {
                throw new AssertionError(op.name() + " must write its own region alone, and changed " + what + " from "
                        + before[i] + " to " + after[i]);
            }
        }
    }

    private float[] values(Op op) {
        return copy(workspace.values(op.output()));
    }

    private float[] copy(Rows region) {
        return Arrays.copyOfRange(region.data(), region.row(0), region.row(rows));
    }

    /// Fails when the gradient of the engine is not that of the textbook.
    void requireGradientOfTextbook() {
        TextbookNetwork textbook = TextbookNetwork.of(network);
        double[] vector = textbook.vector(Parameters.of(program.layout(), start));
        Pass pass = textbook.forward(vector, rounded(inputs));
        double[] expected = textbook.backward(vector, pass, rounded(coefficients));
        double[] got = textbook.vector(Parameters.of(program.layout(), gradient()));
        double error = 0;
        double norm = 0;
        for (int i = 0; i < expected.length; i++) {
            error += (got[i] - expected[i]) * (got[i] - expected[i]);
            norm += expected[i] * expected[i];
        }
        double relative = Math.sqrt(error / norm);
        Expect.isTrue(
                relative <= 1e-4,
                "the gradient of " + network + " must be that of the textbook within 1e-4 of its norm, got "
                        + relative);
    }

    private static double[][] normals(Seed seed, int rows, int columns) {
        double[][] matrix = new double[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < columns; j++) {
                matrix[row][j] = seed.normal((long) row * columns + j);
            }
        }
        return matrix;
    }

    private static double[][] rounded(double[][] matrix) {
        double[][] floats = new double[matrix.length][];
        for (int row = 0; row < matrix.length; row++) {
            floats[row] = Arrays.stream(matrix[row]).map(x -> (float) x).toArray();
        }
        return floats;
    }
}
