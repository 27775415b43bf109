package dev.neurite.parameter;

import dev.neurite.kernels.Matrix;

/// A window into a `float[]`: rows of `columns` numbers, `stride` apart, the first at `offset`.
///
/// Row `i`, column `j` stands at `data[offset + i * stride + j]`. What stands between `columns` and `stride` is
/// padding, which may be written but has no meaning; the stride is a multiple of 16, or the number of columns, and
/// then there is none.
public final class Rows {
    private final float[] data;
    private final int offset;
    private final int columns;
    private final int stride;

    private Rows(float[] data, int offset, int columns, int stride) {
        this.data = data;
        this.offset = offset;
        this.columns = columns;
        this.stride = stride;
    }

    /// The window of `columns` columns that starts at `offset`, its stride the next multiple of 16.
    public static Rows of(float[] data, int offset, int columns) {
        return new Rows(data, offset, columns, Matrix.paddedStride(columns));
    }

    /// The window of `columns` columns that starts at `offset`, without padding where [Matrix] needs none.
    public static Rows compact(float[] data, int offset, int columns) {
        return new Rows(data, offset, columns, Matrix.compactStride(columns));
    }

    /// A new array for `rows` rows.
    public static Rows allocate(int rows, int columns) {
        return of(new float[Math.multiplyExact(rows, Matrix.paddedStride(columns))], 0, columns);
    }

    /// A new array for `rows` rows without padding.
    public static Rows allocateDense(int rows, int columns) {
        return new Rows(new float[Math.multiplyExact(rows, columns)], 0, columns, columns);
    }

    /// The array.
    public float[] data() {
        return data;
    }

    /// Index of the first number.
    public int offset() {
        return offset;
    }

    /// Numbers in a row.
    public int columns() {
        return columns;
    }

    /// Distance between the starts of two rows.
    public int stride() {
        return stride;
    }

    /// Index of the first number of row `row`.
    public int row(int row) {
        return offset + row * stride;
    }

    /// The number in row `row` and column `column`.
    public float at(int row, int column) {
        return data[offset + row * stride + column];
    }
}
