package dev.neurite.loss;

import dev.neurite.kernels.Kernels;
import org.jspecify.annotations.Nullable;

/// Arithmetic that the losses share.
final class Weights {
    private Weights() {}

    /// Weight of one row divided by the sum of all weights is `of(weights, row) / sum(weights, rows)`.
    static double of(float @Nullable [] weights, int row) {
        return weights == null ? 1 : weights[row];
    }

    /// Sum of the weights in row order.
    static double sum(float @Nullable [] weights, int rows) {
        if (weights == null) {
            return rows;
        }
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += weights[row];
        }
        return sum;
    }

    /// Rounds a delta to float, tiny magnitudes to zero: denormal numbers would slow every later step down.
    static float delta(double value) {
        return Math.abs(value) < Kernels.TINY ? 0 : (float) value;
    }

    /// Zeroes the padding of one row.
    static void clearPadding(float[] data, int row, int columns, int stride) {
        for (int i = row + columns; i < row + stride; i++) {
            data[i] = 0;
        }
    }
}
