package dev.neurite.textbook;

import dev.neurite.kernels.Team;
import dev.neurite.op.Workspace;
import dev.neurite.parameter.Parameters;
import dev.neurite.parameter.Rows;
import dev.neurite.program.Program;
import java.util.Arrays;

/// One pass of the fast engine, forward and backward, and what came of it in double precision.
final class Engine {
    private final double loss;
    private final double[] logits;
    private final double[] gradient;

    private Engine(double loss, double[] logits, double[] gradient) {
        this.loss = loss;
        this.logits = logits;
        this.gradient = gradient;
    }

    /// Runs the case in a program with room for `spareRows` more rows than it has.
    static Engine run(RandomCase drawn, int spareRows) {
        Batch batch = drawn.batch();
        int rows = batch.size();
        Program program = Program.forTraining(drawn.network(), rows + spareRows);
        float[] parameters = drawn.start().toArray();
        float[] gradients = new float[parameters.length];
        try (Team team = Team.of(1)) {
            Workspace workspace = program.workspace(parameters, gradients, team);
            workspace.resize(rows);
            workspace.at(drawn.seed(), drawn.step());
            fill(workspace.values(program.input()), batch.x());
            program.forward(workspace);
            Rows output = workspace.values(program.output());
            double[] logits = unpadded(output, rows);
            double loss = drawn.loss()
                    .evaluate(
                            rows,
                            output,
                            rows(batch.targets()),
                            floats(batch.weights()),
                            workspace.deltas(program.output()));
            program.backward(workspace);
            Parameters gradient = Parameters.of(program.layout(), gradients);
            return new Engine(loss, logits, TextbookNetwork.of(drawn.network()).vector(gradient));
        }
    }

    double loss() {
        return loss;
    }

    double[] logits() {
        return logits;
    }

    double[] gradient() {
        return gradient;
    }

    /// A matrix as the engine keeps it.
    static Rows rows(double[][] matrix) {
        Rows rows = Rows.allocate(matrix.length, matrix[0].length);
        fill(rows, matrix);
        return rows;
    }

    private static void fill(Rows rows, double[][] matrix) {
        for (int r = 0; r < matrix.length; r++) {
            for (int j = 0; j < matrix[r].length; j++) {
                rows.data()[rows.row(r) + j] = (float) matrix[r][j];
            }
        }
    }

    /// The first `count` rows without padding.
    static double[] unpadded(Rows rows, int count) {
        double[] numbers = new double[count * rows.columns()];
        Arrays.setAll(numbers, i -> rows.at(i / rows.columns(), i % rows.columns()));
        return numbers;
    }

    static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    static double[] doubles(float[] numbers) {
        double[] doubles = new double[numbers.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = numbers[i];
        }
        return doubles;
    }
}
