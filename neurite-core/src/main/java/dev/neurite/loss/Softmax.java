package dev.neurite.loss;

import dev.neurite.kernels.Kernels;
import dev.neurite.parameter.Rows;

/// The softmax of rows, computed from logits less their maximum, so that nothing overflows.
///
/// Two classes are the most frequent case, and loops that run twice cost more than what they do: hence the shortcuts,
/// which compute the same.
final class Softmax {
    private Softmax() {}

    /// Replaces each row of logits by its softmax.
    static void apply(int rows, Rows values) {
        exponentials(rows, values, values);
        for (int row = 0; row < rows; row++) {
            double sum = sum(values.data(), values.row(row), values.columns());
            scale(values.data(), values.row(row), values.columns(), 1 / sum);
        }
    }

    /// Writes `exp(z − max z)` of each row.
    static void exponentials(int rows, Rows logits, Rows result) {
        for (int row = 0; row < rows; row++) {
            float maximum = maximum(logits.data(), logits.row(row), logits.columns());
            subtract(maximum, logits.data(), logits.row(row), result.data(), result.row(row), logits.columns());
        }
        float[] data = result.data();
        int length = rows * result.stride();
        Kernels.best().exp(data, result.offset(), data, result.offset(), length);
    }

    /// The largest of `length` numbers; NaN if one is NaN.
    static float maximum(float[] x, int offset, int length) {
        if (length == 2) {
            return Math.max(x[offset], x[offset + 1]);
        }
        float maximum = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < length; i++) {
            maximum = Math.max(maximum, x[offset + i]);
        }
        return maximum;
    }

    /// The sum of `length` numbers in order, in double precision.
    static double sum(float[] x, int offset, int length) {
        if (length == 2) {
            return 0.0 + x[offset] + x[offset + 1];
        }
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += x[offset + i];
        }
        return sum;
    }

    /// `y = x − maximum`.
    static void subtract(float maximum, float[] x, int xOffset, float[] y, int yOffset, int length) {
        if (length == 2) {
            y[yOffset] = x[xOffset] - maximum;
            y[yOffset + 1] = x[xOffset + 1] - maximum;
            return;
        }
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = x[xOffset + i] - maximum;
        }
    }

    private static void scale(float[] x, int offset, int length, double factor) {
        if (length == 2) {
            x[offset] = (float) (x[offset] * factor);
            x[offset + 1] = (float) (x[offset + 1] * factor);
            return;
        }
        for (int i = 0; i < length; i++) {
            x[offset + i] = (float) (x[offset + i] * factor);
        }
    }
}
