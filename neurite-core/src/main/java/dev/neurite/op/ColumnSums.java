package dev.neurite.op;

import dev.neurite.parameter.Rows;

/// Sums over the rows of a batch, for each column, in row order and double precision.
final class ColumnSums {
    private ColumnSums() {}

    /// `sums[from + j] = Σᵣ x[r][j]`.
    static void of(int rows, Rows x, double[] sums, int from) {
        clear(sums, from, x.columns());
        for (int row = 0; row < rows; row++) {
            addRow(x.data(), x.row(row), x.columns(), sums, from);
        }
    }

    private static void addRow(float[] x, int offset, int columns, double[] sums, int from) {
        for (int j = 0; j < columns; j++) {
            sums[from + j] += x[offset + j];
        }
    }

    /// `sums[from + j] = Σᵣ x[r][j]·y[r][j]`.
    static void ofProducts(int rows, Rows x, Rows y, double[] sums, int from) {
        clear(sums, from, x.columns());
        for (int row = 0; row < rows; row++) {
            addProducts(x.data(), x.row(row), y.data(), y.row(row), x.columns(), sums, from);
        }
    }

    private static void addProducts(
            float[] x, int xOffset, float[] y, int yOffset, int columns, double[] sums, int from) {
        for (int j = 0; j < columns; j++) {
            sums[from + j] += (double) x[xOffset + j] * y[yOffset + j];
        }
    }

    static void clear(double[] sums, int from, int columns) {
        for (int j = from; j < from + columns; j++) {
            sums[j] = 0;
        }
    }

    /// Writes sums as the gradient of a row of parameters.
    static void store(double[] sums, int from, Rows gradient) {
        for (int j = 0; j < gradient.columns(); j++) {
            gradient.data()[gradient.offset() + j] = (float) sums[from + j];
        }
    }
}
