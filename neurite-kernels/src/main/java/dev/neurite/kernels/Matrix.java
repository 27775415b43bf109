package dev.neurite.kernels;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A window into a `float[]`: `rows × columns`, row-major, element (i, j) at `offset + i·stride + j`.
///
/// The offset is a multiple of [#ALIGNMENT] floats, and so is the stride, but that a matrix of one or two columns may
/// be compact, with no padding. The array holds `rows·stride` floats from the offset on. The columns from `columns` to
/// `stride` are padding: kernels may write there, nobody may read meaning from it.
public final class Matrix {
    /// Strides and offsets are multiples of this many floats: one vector of 512 bits.
    public static final int ALIGNMENT = 16;
    /// Columns up to which a matrix may be compact.
    private static final int COMPACT_COLUMNS = 2;

    private final float[] data;
    private final int offset;
    private final int rows;
    private final int columns;
    private final int stride;
    private final boolean constant;
    private volatile float @Nullable [] panels;

    private Matrix(float[] data, int offset, int rows, int columns, int stride, boolean constant) {
        this.data = data;
        this.offset = offset;
        this.rows = rows;
        this.columns = columns;
        this.stride = stride;
        this.constant = constant;
    }

    /// A window of `rows × columns` into `data`; shares the array.
    ///
    /// @throws IllegalArgumentException when the window is misaligned or leaves the array
    public static Matrix of(float[] data, int offset, int rows, int columns, int stride) {
        Objects.requireNonNull(data, "data");
        requireAligned("offset", offset);
        if (!isCompact(columns, stride)) {
            requireAligned("stride", stride);
        }
        if (rows < 0) {
            throw new IllegalArgumentException("Matrix.rows must not be negative, got " + rows);
        }
        if (columns < 0 || columns > stride) {
            throw new IllegalArgumentException(
                    "Matrix.columns must be between 0 and the stride " + stride + ", got " + columns);
        }
        if (offset + (long) rows * stride > data.length) {
            throw new IllegalArgumentException("Matrix of " + rows + " rows with stride " + stride + " from offset "
                    + offset + " does not fit into " + data.length + " floats");
        }
        return new Matrix(data, offset, rows, columns, stride, false);
    }

    /// The same window, of numbers that do not change from now on: products may keep a copy of them in the order in
    /// which they read them, for all who share the instance.
    public Matrix constant() {
        return new Matrix(data, offset, rows, columns, stride, true);
    }

    boolean isConstant() {
        return constant;
    }

    /// A constant matrix as a right factor in packed panels, as wide as tiles of vectors, each of which has all
    /// rows.
    ///
    /// Element (p, r) of the panel from column j on is at `j·rows + p·width + r`. Threads that ask for the
    /// first time at once may each pack it.
    float[] panels() {
        float[] present = panels;
        if (present == null) {
            present = pack(VectorTiles.INSTANCE);
            panels = present;
        }
        return present;
    }

    private float[] pack(Tiles tiles) {
        int width = tiles.columns();
        int length = Math.multiplyExact(rows, Math.ceilDiv(paddedStride(columns), width) * width);
        float[] packed = new float[length];
        tiles.packAlongRows(this, 0, columns, 0, rows, width, packed);
        return packed;
    }

    /// The smallest allowed stride of rows with this many columns.
    public static int paddedStride(int columns) {
        return Math.addExact(columns, ALIGNMENT - 1) & -ALIGNMENT;
    }

    /// The smallest allowed stride of rows with this many columns, without padding where that is allowed.
    public static int compactStride(int columns) {
        return columns <= COMPACT_COLUMNS ? columns : paddedStride(columns);
    }

    private static boolean isCompact(int columns, int stride) {
        return columns > 0 && columns <= COMPACT_COLUMNS && stride == columns;
    }

    /// Whether there is no padding between rows of one or two columns.
    boolean isCompact() {
        return isCompact(columns, stride);
    }

    /// The array, shared.
    public float[] data() {
        return data;
    }

    /// Index of element (0, 0).
    public int offset() {
        return offset;
    }

    /// Number of rows.
    public int rows() {
        return rows;
    }

    /// Number of columns that carry meaning.
    public int columns() {
        return columns;
    }

    /// Floats from one row to the next.
    public int stride() {
        return stride;
    }

    @Override
    public String toString() {
        return "Matrix[" + rows + "×" + columns + ", stride " + stride + ", offset " + offset + "]";
    }

    private static void requireAligned(String name, int value) {
        if (value < 0 || value % ALIGNMENT != 0) {
            throw new IllegalArgumentException(
                    "Matrix." + name + " must be a multiple of " + ALIGNMENT + " and not negative, got " + value);
        }
    }
}
