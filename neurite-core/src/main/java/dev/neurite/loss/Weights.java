package dev.neurite.loss;

import dev.neurite.kernels.Kernels;
import dev.neurite.parameter.Rows;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Arithmetic that the losses share.
final class Weights {
    private Weights() {}

    static void requireSmoothing(String loss, double labelSmoothing) {
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException(loss + ".labelSmoothing must be in [0, 1), got " + labelSmoothing);
        }
    }

    /// A predicted probability, 2⁻¹⁰⁰ for any below, so that its logarithm and the derivative of that are finite.
    static double probability(float p) {
        return Math.max(p, Kernels.TINY);
    }

    /// Weight of one row divided by the sum of all weights is `of(weights, row) / sum(weights, rows)`.
    static double of(float @Nullable [] weights, int row) {
        return weights == null ? 1 : weights[row];
    }

    /// Sum of the weights in row order.
    ///
    /// @throws IllegalArgumentException if it is not positive
    static double sum(float @Nullable [] weights, int rows) {
        if (weights == null) {
            return rows;
        }
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += weights[row];
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("a batch must have a positive total weight, got " + sum);
        }
        return sum;
    }

    /// Rounds a delta to float, tiny magnitudes to zero: denormal numbers would slow every later step down.
    static float delta(double value) {
        return Math.abs(value) < Kernels.TINY ? 0 : (float) value;
    }

    /// Zeroes rows, their padding included.
    static void clear(int rows, Rows x) {
        Arrays.fill(x.data(), x.offset(), x.row(rows), 0f);
    }

    /// Zeroes the padding of one row.
    static void clearPadding(float[] data, int row, int columns, int stride) {
        for (int i = row + columns; i < row + stride; i++) {
            data[i] = 0;
        }
    }
}
