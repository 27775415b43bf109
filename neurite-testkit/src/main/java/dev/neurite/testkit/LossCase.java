package dev.neurite.testkit;

import dev.neurite.loss.Loss;
import dev.neurite.loss.Outputs;
import dev.neurite.parameter.Rows;
import dev.neurite.random.Seed;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A batch for a loss, in the middle of larger arrays.
final class LossCase {
    private static final int OFFSET = 32;
    /// Outputs are multiples of this, so that small steps from them are exact in float.
    private static final double GRID = 0x1p-10;
    /// Of probabilities, whose logarithm is too steep for finite differences below.
    private static final double SMALLEST = 0x1p-6;

    final Loss loss;
    final int rows;
    final Rows logits;
    final Rows targets;
    final Rows delta;

    LossCase(Loss loss, List<double[]> given, int rows, int outputs, double size) {
        this.loss = loss;
        this.rows = rows;
        this.logits = allocate(rows, outputs);
        this.targets = allocate(rows, loss.targets(outputs));
        this.delta = allocate(rows, outputs);
        Seed seed = Seed.of(6).split("outputs", outputs);
        for (int row = 0; row < rows; row++) {
            Seed ofRow = seed.split("row", row);
            drawLogits(ofRow, logits.row(row), outputs, size);
            if (given.isEmpty()) {
                TargetDraws.draw(loss, outputs, ofRow.split("target"), row, targets.data(), targets.row(row));
            } else {
                double[] target = given.get(row % given.size());
                for (int j = 0; j < target.length; j++) {
                    targets.data()[targets.row(row) + j] = (float) target[j];
                }
            }
        }
    }

    private static Rows allocate(int rows, int columns) {
        int stride = Rows.of(new float[0], 0, columns).stride();
        float[] data = new float[OFFSET + rows * stride + OFFSET];
        Arrays.fill(data, Expect.GUARD);
        return Rows.of(data, OFFSET, columns);
    }

    private void drawLogits(Seed seed, int offset, int outputs, double size) {
        double[] z = new double[outputs];
        Arrays.setAll(z, j -> size * seed.normal(j));
        if (loss.outputs() == Outputs.PROBABILITIES) {
            double largest = Arrays.stream(z).max().orElseThrow();
            double sum = Arrays.stream(z).map(x -> StrictMath.exp(x - largest)).sum();
            Arrays.setAll(z, j -> Math.max(SMALLEST, StrictMath.exp(z[j] - largest) / sum));
        }
        for (int j = 0; j < outputs; j++) {
            logits.data()[offset + j] = (float) (Math.rint(z[j] / GRID) * GRID);
        }
    }

    float[] weights() {
        float[] weights = new float[rows];
        for (int row = 0; row < rows; row++) {
            weights[row] = row == 1 ? 0 : 0.25f + 0.5f * (row % 5);
        }
        return weights;
    }

    double evaluate(float @Nullable [] weights) {
        return loss.evaluate(rows, logits, targets, weights, delta);
    }

    /// The loss of one row by itself.
    double ofRow(int row) {
        return loss.evaluate(1, row(logits, row), row(targets, row), null, row(delta, row));
    }

    private static Rows row(Rows rows, int row) {
        return Rows.of(rows.data(), rows.row(row), rows.columns());
    }

    /// The gradient, row by row.
    float[] gradient() {
        float[] numbers = new float[rows * delta.columns()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = delta.at(i / delta.columns(), i % delta.columns());
        }
        return numbers;
    }

    /// Whether an index of an array lies in the rows of it.
    boolean isInRows(Rows array, int index) {
        return index >= OFFSET && index < array.row(rows);
    }
}
