package dev.neurite.kernels;

import static dev.neurite.kernels.Fma.fma;

import java.util.Arrays;

/// The reference inner loops. Sixteen sums at a time stay in registers, so that plain Java is only as slow as it
/// must be.
final class ScalarTiles implements Tiles {
    static final ScalarTiles INSTANCE = new ScalarTiles();

    private static final int SIDE = 4;
    /// Floats of B that stay in a level-2 cache.
    private static final int DIRECT_SIZE = 1 << 14;

    private ScalarTiles() {}

    @Override
    public int rows() {
        return SIDE;
    }

    @Override
    public int columns() {
        return SIDE;
    }

    @Override
    public void packed(
            int depth,
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            float[] c,
            int cOffset,
            int cStride,
            boolean accumulate) {
        tile(depth, a, aOffset, 1, SIDE, b, bOffset, SIDE, c, cOffset, cStride, accumulate);
    }

    @Override
    public boolean prefersDirect(int rows, int columns, int depth) {
        return rows < SIDE || columns * (long) depth <= DIRECT_SIZE;
    }

    @Override
    public void direct(
            int rows,
            int columns,
            int depth,
            float[] a,
            int aOffset,
            int aRow,
            int aStep,
            float[] b,
            int bOffset,
            int bStride,
            float[] c,
            int cOffset,
            int cStride) {
        int i = 0;
        for (; i <= rows - SIDE; i += SIDE) {
            int from = aOffset + i * aRow;
            int to = cOffset + i * cStride;
            for (int j = 0; j < columns; j += SIDE) {
                tile(depth, a, from, aRow, aStep, b, bOffset + j, bStride, c, to + j, cStride, false);
            }
        }
        for (; i < rows; i++) {
            row(columns, depth, a, aOffset + i * aRow, aStep, b, bOffset, bStride, c, cOffset + i * cStride);
        }
    }

    /// A tile of 4 × 4. `cRJ` is row R, column J.
    private static void tile(
            int depth,
            float[] a,
            int aOffset,
            int aRow,
            int aStep,
            float[] b,
            int bOffset,
            int bStride,
            float[] c,
            int cOffset,
            int cStride,
            boolean accumulate) {
        float c00 = accumulate ? c[cOffset] : 0f;
        float c01 = accumulate ? c[cOffset + 1] : 0f;
        float c02 = accumulate ? c[cOffset + 2] : 0f;
        float c03 = accumulate ? c[cOffset + 3] : 0f;
        float c10 = accumulate ? c[cOffset + cStride] : 0f;
        float c11 = accumulate ? c[cOffset + cStride + 1] : 0f;
        float c12 = accumulate ? c[cOffset + cStride + 2] : 0f;
        float c13 = accumulate ? c[cOffset + cStride + 3] : 0f;
        float c20 = accumulate ? c[cOffset + 2 * cStride] : 0f;
        float c21 = accumulate ? c[cOffset + 2 * cStride + 1] : 0f;
        float c22 = accumulate ? c[cOffset + 2 * cStride + 2] : 0f;
        float c23 = accumulate ? c[cOffset + 2 * cStride + 3] : 0f;
        float c30 = accumulate ? c[cOffset + 3 * cStride] : 0f;
        float c31 = accumulate ? c[cOffset + 3 * cStride + 1] : 0f;
        float c32 = accumulate ? c[cOffset + 3 * cStride + 2] : 0f;
        float c33 = accumulate ? c[cOffset + 3 * cStride + 3] : 0f;
        for (int p = 0; p < depth; p++) {
            int at = aOffset + p * aStep;
            int from = bOffset + p * bStride;
            float b0 = b[from];
            float b1 = b[from + 1];
            float b2 = b[from + 2];
            float b3 = b[from + 3];
            float a0 = a[at];
            c00 = fma(a0, b0, c00);
            c01 = fma(a0, b1, c01);
            c02 = fma(a0, b2, c02);
            c03 = fma(a0, b3, c03);
            float a1 = a[at + aRow];
            c10 = fma(a1, b0, c10);
            c11 = fma(a1, b1, c11);
            c12 = fma(a1, b2, c12);
            c13 = fma(a1, b3, c13);
            float a2 = a[at + 2 * aRow];
            c20 = fma(a2, b0, c20);
            c21 = fma(a2, b1, c21);
            c22 = fma(a2, b2, c22);
            c23 = fma(a2, b3, c23);
            float a3 = a[at + 3 * aRow];
            c30 = fma(a3, b0, c30);
            c31 = fma(a3, b1, c31);
            c32 = fma(a3, b2, c32);
            c33 = fma(a3, b3, c33);
        }
        c[cOffset] = c00;
        c[cOffset + 1] = c01;
        c[cOffset + 2] = c02;
        c[cOffset + 3] = c03;
        c[cOffset + cStride] = c10;
        c[cOffset + cStride + 1] = c11;
        c[cOffset + cStride + 2] = c12;
        c[cOffset + cStride + 3] = c13;
        c[cOffset + 2 * cStride] = c20;
        c[cOffset + 2 * cStride + 1] = c21;
        c[cOffset + 2 * cStride + 2] = c22;
        c[cOffset + 2 * cStride + 3] = c23;
        c[cOffset + 3 * cStride] = c30;
        c[cOffset + 3 * cStride + 1] = c31;
        c[cOffset + 3 * cStride + 2] = c32;
        c[cOffset + 3 * cStride + 3] = c33;
    }

    private static void row(
            int columns,
            int depth,
            float[] a,
            int aOffset,
            int aStep,
            float[] b,
            int bOffset,
            int bStride,
            float[] c,
            int cOffset) {
        Arrays.fill(c, cOffset, cOffset + columns, 0f);
        for (int p = 0; p < depth; p++) {
            float factor = a[aOffset + p * aStep];
            int from = bOffset + p * bStride;
            for (int j = 0; j < columns; j++) {
                c[cOffset + j] = fma(factor, b[from + j], c[cOffset + j]);
            }
        }
    }

    @Override
    public void addBias(int rows, int columns, float[] c, int cOffset, int cStride, float[] bias, int biasOffset) {
        for (int i = 0; i < rows; i++) {
            int at = cOffset + i * cStride;
            for (int j = 0; j < columns; j++) {
                c[at + j] += bias[biasOffset + j];
            }
        }
    }

    @Override
    public int slack(int width) {
        return 0;
    }

    @Override
    public void packAlongRows(Matrix x, int first, int count, int step, int depth, int width, float[] to) {
        for (int start = 0; start < count; start += width) {
            int present = Math.min(width, count - start);
            int from = x.offset() + step * x.stride() + first + start;
            copyRows(x.data(), from, x.stride(), depth, present, width, to, start * depth);
        }
    }

    /// Copies `depth` rows of `present` floats to rows of `width`, filled up with 0.
    static void copyRows(float[] x, int from, int stride, int depth, int present, int width, float[] to, int at) {
        for (int p = 0; p < depth; p++) {
            int target = at + p * width;
            for (int r = 0; r < present; r++) {
                to[target + r] = x[from + p * stride + r];
            }
            for (int r = present; r < width; r++) {
                to[target + r] = 0f;
            }
        }
    }

    @Override
    public void packAcrossRows(float[] x, int from, int stride, int count, int depth, int width, float[] to, int at) {
        for (int start = 0; start < count; start += width) {
            int present = Math.min(width, count - start);
            int panel = at + start * depth;
            transpose(x, from + start * stride, stride, 0, depth, present, to, panel, width);
            clear(to, panel, depth, present, width);
        }
    }

    /// Sets `to[at + p·width + r] = x[from + r·stride + p]` for p from `done` to `depth` and r < `rows`.
    static void transpose(
            float[] x, int from, int stride, int done, int depth, int rows, float[] to, int at, int width) {
        for (int r = 0; r < rows; r++) {
            for (int p = done; p < depth; p++) {
                to[at + p * width + r] = x[from + r * stride + p];
            }
        }
    }

    /// Fills the columns of a panel from `present` to `width` with 0.
    static void clear(float[] to, int at, int depth, int present, int width) {
        for (int p = 0; p < depth && present < width; p++) {
            Arrays.fill(to, at + p * width + present, at + (p + 1) * width, 0f);
        }
    }
}
