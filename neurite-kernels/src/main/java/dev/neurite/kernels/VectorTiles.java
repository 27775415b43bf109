package dev.neurite.kernels;

import static dev.neurite.kernels.Simd.FLOATS;
import static dev.neurite.kernels.Simd.LENGTH;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/// The inner loops of matrix products on vectors. `cRJ` is row R, vector J of a tile of C.
///
/// A tile is two vectors wide. Its height leaves registers for a column of A and a row of B: 8 where there are 32
/// vector registers (512 bits), 4 where there may be only 16; taller ones spill. docs/kernels.md has the speeds.
final class VectorTiles implements Tiles {
    static final VectorTiles INSTANCE = new VectorTiles();

    static final int ROWS = Simd.BITS == 512 ? 8 : 4;
    private static final int COLUMNS = 2 * LENGTH;

    private VectorTiles() {}

    @Override
    public int rows() {
        return ROWS;
    }

    @Override
    public int columns() {
        return COLUMNS;
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
        if (ROWS == 8) {
            eightRows(depth, a, aOffset, b, bOffset, c, cOffset, cStride, accumulate);
        } else {
            fourRows(depth, a, aOffset, b, bOffset, c, cOffset, cStride, accumulate);
        }
    }

    private static void eightRows(
            int depth,
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            float[] c,
            int cOffset,
            int cStride,
            boolean accumulate) {
        FloatVector zero = FloatVector.zero(FLOATS);
        FloatVector c00 = zero;
        FloatVector c01 = zero;
        FloatVector c10 = zero;
        FloatVector c11 = zero;
        FloatVector c20 = zero;
        FloatVector c21 = zero;
        FloatVector c30 = zero;
        FloatVector c31 = zero;
        FloatVector c40 = zero;
        FloatVector c41 = zero;
        FloatVector c50 = zero;
        FloatVector c51 = zero;
        FloatVector c60 = zero;
        FloatVector c61 = zero;
        FloatVector c70 = zero;
        FloatVector c71 = zero;
        if (accumulate) {
            c00 = fromArray(FLOATS, c, cOffset);
            c01 = fromArray(FLOATS, c, cOffset + LENGTH);
            c10 = fromArray(FLOATS, c, cOffset + cStride);
            c11 = fromArray(FLOATS, c, cOffset + cStride + LENGTH);
            c20 = fromArray(FLOATS, c, cOffset + 2 * cStride);
            c21 = fromArray(FLOATS, c, cOffset + 2 * cStride + LENGTH);
            c30 = fromArray(FLOATS, c, cOffset + 3 * cStride);
            c31 = fromArray(FLOATS, c, cOffset + 3 * cStride + LENGTH);
            c40 = fromArray(FLOATS, c, cOffset + 4 * cStride);
            c41 = fromArray(FLOATS, c, cOffset + 4 * cStride + LENGTH);
            c50 = fromArray(FLOATS, c, cOffset + 5 * cStride);
            c51 = fromArray(FLOATS, c, cOffset + 5 * cStride + LENGTH);
            c60 = fromArray(FLOATS, c, cOffset + 6 * cStride);
            c61 = fromArray(FLOATS, c, cOffset + 6 * cStride + LENGTH);
            c70 = fromArray(FLOATS, c, cOffset + 7 * cStride);
            c71 = fromArray(FLOATS, c, cOffset + 7 * cStride + LENGTH);
        }
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = fromArray(FLOATS, b, bOffset + p * COLUMNS);
            FloatVector b1 = fromArray(FLOATS, b, bOffset + p * COLUMNS + LENGTH);
            FloatVector a0 = broadcast(FLOATS, a[aOffset + p * 8]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = broadcast(FLOATS, a[aOffset + p * 8 + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = broadcast(FLOATS, a[aOffset + p * 8 + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = broadcast(FLOATS, a[aOffset + p * 8 + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            FloatVector a4 = broadcast(FLOATS, a[aOffset + p * 8 + 4]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            FloatVector a5 = broadcast(FLOATS, a[aOffset + p * 8 + 5]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            FloatVector a6 = broadcast(FLOATS, a[aOffset + p * 8 + 6]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            FloatVector a7 = broadcast(FLOATS, a[aOffset + p * 8 + 7]);
            c70 = a7.fma(b0, c70);
            c71 = a7.fma(b1, c71);
        }
        c00.intoArray(c, cOffset);
        c01.intoArray(c, cOffset + LENGTH);
        c10.intoArray(c, cOffset + cStride);
        c11.intoArray(c, cOffset + cStride + LENGTH);
        c20.intoArray(c, cOffset + 2 * cStride);
        c21.intoArray(c, cOffset + 2 * cStride + LENGTH);
        c30.intoArray(c, cOffset + 3 * cStride);
        c31.intoArray(c, cOffset + 3 * cStride + LENGTH);
        c40.intoArray(c, cOffset + 4 * cStride);
        c41.intoArray(c, cOffset + 4 * cStride + LENGTH);
        c50.intoArray(c, cOffset + 5 * cStride);
        c51.intoArray(c, cOffset + 5 * cStride + LENGTH);
        c60.intoArray(c, cOffset + 6 * cStride);
        c61.intoArray(c, cOffset + 6 * cStride + LENGTH);
        c70.intoArray(c, cOffset + 7 * cStride);
        c71.intoArray(c, cOffset + 7 * cStride + LENGTH);
    }

    private static void fourRows(
            int depth,
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            float[] c,
            int cOffset,
            int cStride,
            boolean accumulate) {
        FloatVector zero = FloatVector.zero(FLOATS);
        FloatVector c00 = zero;
        FloatVector c01 = zero;
        FloatVector c10 = zero;
        FloatVector c11 = zero;
        FloatVector c20 = zero;
        FloatVector c21 = zero;
        FloatVector c30 = zero;
        FloatVector c31 = zero;
        if (accumulate) {
            c00 = fromArray(FLOATS, c, cOffset);
            c01 = fromArray(FLOATS, c, cOffset + LENGTH);
            c10 = fromArray(FLOATS, c, cOffset + cStride);
            c11 = fromArray(FLOATS, c, cOffset + cStride + LENGTH);
            c20 = fromArray(FLOATS, c, cOffset + 2 * cStride);
            c21 = fromArray(FLOATS, c, cOffset + 2 * cStride + LENGTH);
            c30 = fromArray(FLOATS, c, cOffset + 3 * cStride);
            c31 = fromArray(FLOATS, c, cOffset + 3 * cStride + LENGTH);
        }
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = fromArray(FLOATS, b, bOffset + p * COLUMNS);
            FloatVector b1 = fromArray(FLOATS, b, bOffset + p * COLUMNS + LENGTH);
            FloatVector a0 = broadcast(FLOATS, a[aOffset + p * 4]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = broadcast(FLOATS, a[aOffset + p * 4 + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = broadcast(FLOATS, a[aOffset + p * 4 + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = broadcast(FLOATS, a[aOffset + p * 4 + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, cOffset);
        c01.intoArray(c, cOffset + LENGTH);
        c10.intoArray(c, cOffset + cStride);
        c11.intoArray(c, cOffset + cStride + LENGTH);
        c20.intoArray(c, cOffset + 2 * cStride);
        c21.intoArray(c, cOffset + 2 * cStride + LENGTH);
        c30.intoArray(c, cOffset + 3 * cStride);
        c31.intoArray(c, cOffset + 3 * cStride + LENGTH);
    }

    @Override
    public boolean prefersDirect(int rows, int columns, int depth) {
        return SmallProducts.preferDirect(rows, columns, depth);
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
        VectorDirect.multiply(rows, columns, depth, a, aOffset, aRow, aStep, b, bOffset, bStride, c, cOffset, cStride);
    }

    @Override
    public void addBias(int rows, int columns, float[] c, int cOffset, int cStride, float[] bias, int biasOffset) {
        VectorBias.add(rows, columns, c, cOffset, cStride, bias, biasOffset);
    }

    @Override
    public int slack(int width) {
        return VectorPacking.slack(width);
    }

    @Override
    public void packAlongRows(Matrix x, int first, int count, int step, int depth, int width, float[] to) {
        for (int start = 0; start < count; start += width) {
            int present = Math.min(width, count - start);
            int from = x.offset() + step * x.stride() + first + start;
            if (present == width && width <= 2 * LENGTH) {
                VectorPacking.copyRows(x.data(), from, x.stride(), depth, width, to, start * depth);
            } else {
                ScalarTiles.copyRows(x.data(), from, x.stride(), depth, present, width, to, start * depth);
            }
        }
    }

    @Override
    public void packAcrossRows(float[] x, int from, int stride, int count, int depth, int width, float[] to, int at) {
        int group = width == ROWS ? ROWS : LENGTH;
        for (int start = 0; start < count; start += width) {
            int panel = at + start * depth;
            int present = Math.min(width, count - start);
            int r = 0;
            for (; r <= present - group; r += group) {
                VectorPacking.transpose(x, from + (start + r) * stride, stride, depth, group, to, panel + r, width);
            }
            ScalarTiles.transpose(x, from + (start + r) * stride, stride, 0, depth, present - r, to, panel + r, width);
            ScalarTiles.clear(to, panel, depth, present, width);
        }
    }
}
