package dev.neurite.data;

import org.jspecify.annotations.Nullable;

/// A dataset in two arrays, row by row without padding.
final class ArrayDataset implements Dataset {
    private static final int LONGEST_LOOP = 4;

    private final float[] inputs;
    private final int inputColumns;
    private final float[] targets;
    private final int targetColumns;

    private ArrayDataset(float[] inputs, int inputColumns, float[] targets, int targetColumns) {
        this.inputs = inputs;
        this.inputColumns = inputColumns;
        this.targets = targets;
        this.targetColumns = targetColumns;
    }

    static ArrayDataset of(float[][] inputs, float[] targets, int targetColumns) {
        if ((long) inputs.length * targetColumns != targets.length) {
            throw new IllegalArgumentException("inputs and targets must have equally many rows, got " + inputs.length
                    + " and " + targets.length / targetColumns);
        }
        int columns = columns("inputs", inputs);
        return new ArrayDataset(flat("inputs", inputs, columns), columns, targets.clone(), targetColumns);
    }

    static int columns(String name, float[][] rows) {
        if (rows.length > 0) {
            requireNumbers(name, rows[0], 0);
        }
        if (rows.length == 0 || rows[0].length == 0) {
            throw new IllegalArgumentException(name + " must have at least one row and one column, got none");
        }
        return rows[0].length;
    }

    static float[] flat(String name, float[][] rows, int columns) {
        float[] flat = new float[Math.multiplyExact(rows.length, columns)];
        for (int row = 0; row < rows.length; row++) {
            requireUsable(name, rows[row], row, columns);
            System.arraycopy(rows[row], 0, flat, row * columns, columns);
        }
        return flat;
    }

    private static void requireNumbers(String name, float @Nullable [] values, int row) {
        if (values == null) {
            throw new IllegalArgumentException(name + ": row " + row + " must be an array of numbers, got null");
        }
    }

    private static void requireUsable(String name, float[] values, int row, int columns) {
        requireNumbers(name, values, row);
        if (values.length != columns) {
            throw new IllegalArgumentException(
                    name + ": row " + row + " must have " + columns + " numbers like the first, got " + values.length);
        }
        for (int column = 0; column < columns; column++) {
            if (!Float.isFinite(values[column])) {
                throw new IllegalArgumentException(
                        name + ": row " + row + ", column " + column + " must be finite, got " + values[column]);
            }
        }
    }

    @Override
    public int size() {
        return targets.length / targetColumns;
    }

    @Override
    public int inputs() {
        return inputColumns;
    }

    @Override
    public int targets() {
        return targetColumns;
    }

    @Override
    public void copyInputs(int row, float[] to, int offset) {
        copy(inputs, row, inputColumns, to, offset);
    }

    @Override
    public void copyTargets(int row, float[] to, int offset) {
        copy(targets, row, targetColumns, to, offset);
    }

    /// Few numbers are copied faster one by one.
    private static void copy(float[] from, int row, int columns, float[] to, int offset) {
        int start = row * columns;
        if (columns > LONGEST_LOOP) {
            System.arraycopy(from, start, to, offset, columns);
            return;
        }
        for (int i = 0; i < columns; i++) {
            to[offset + i] = from[start + i];
        }
    }

    @Override
    public float weight(int row) {
        return 1;
    }
}
