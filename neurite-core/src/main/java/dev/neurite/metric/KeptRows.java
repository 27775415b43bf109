package dev.neurite.metric;

import java.util.Arrays;

/// Rows of numbers with their weights, kept because a metric is about their order. Rows of weight 0 are left out.
final class KeptRows {
    private final int columns;
    private float[] values;
    private double[] weights = new double[64];
    private int size;

    KeptRows(int columns) {
        this.columns = columns;
        this.values = new float[64 * columns];
    }

    void add(float[] row, int offset, double weight) {
        if (weight == 0) {
            return;
        }
        if (size == weights.length) {
            weights = Arrays.copyOf(weights, 2 * size);
            values = Arrays.copyOf(values, Math.multiplyExact(2 * size, columns));
        }
        System.arraycopy(row, offset, values, size * columns, columns);
        weights[size++] = weight;
    }

    int size() {
        return size;
    }

    float value(int row, int column) {
        return values[row * columns + column];
    }

    double weight(int row) {
        return weights[row];
    }

    /// A copy of one column.
    float[] column(int column) {
        float[] copy = new float[size];
        for (int row = 0; row < size; row++) {
            copy[row] = value(row, column);
        }
        return copy;
    }
}
