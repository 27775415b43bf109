package dev.neurite.kernels;

import static dev.neurite.kernels.Simd.FLOATS;
import static dev.neurite.kernels.Simd.LENGTH;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/// Products without packing, for few columns or little work. `cRJ` is row R, vector J of a tile of C.
///
/// The last tile of a row or column of tiles is moved back so that it ends where C ends; what two tiles both compute
/// gets the same bits twice.
final class VectorDirect {
    private VectorDirect() {}

    static void multiply(
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
        if (SmallProducts.goByRows(rows, columns)) {
            VectorRows.multiply(
                    rows, columns, depth, a, aOffset, aRow, aStep, b, bOffset, bStride, c, cOffset, cStride);
        } else if (columns < 2 * LENGTH) {
            for (int i = 0; i < rows; i += 8) {
                int at = Math.min(i, rows - 8);
                int to = cOffset + at * cStride;
                eightByOne(depth, a, aOffset + at * aRow, aRow, aStep, b, bOffset, bStride, c, to, cStride);
            }
        } else {
            for (int j = 0; j < columns; j += 2 * LENGTH) {
                int column = Math.min(j, columns - 2 * LENGTH);
                int from = bOffset + column;
                int to = cOffset + column;
                twoVectors(rows, depth, a, aOffset, aRow, aStep, b, from, bStride, c, to, cStride);
            }
        }
    }

    /// Two vectors of each row, in tiles of the height of which fewer rows are computed twice.
    private static void twoVectors(
            int rows,
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
        int height = Math.ceilDiv(rows, 5) * 5 < Math.ceilDiv(rows, 4) * 4 ? 5 : 4;
        for (int i = 0; i < rows; i += height) {
            int at = Math.min(i, rows - height);
            int from = aOffset + at * aRow;
            int to = cOffset + at * cStride;
            if (height == 5) {
                fiveByTwo(depth, a, from, aRow, aStep, b, bOffset, bStride, c, to, cStride);
            } else {
                fourByTwo(depth, a, from, aRow, aStep, b, bOffset, bStride, c, to, cStride);
            }
        }
    }

    /// A tile of four rows, two vectors wide.
    private static void fourByTwo(
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
        FloatVector c00 = FloatVector.zero(FLOATS);
        FloatVector c01 = c00;
        FloatVector c10 = c00;
        FloatVector c11 = c00;
        FloatVector c20 = c00;
        FloatVector c21 = c00;
        FloatVector c30 = c00;
        FloatVector c31 = c00;
        for (int p = 0; p < depth; p++) {
            int bRow = bOffset + p * bStride;
            FloatVector b0 = fromArray(FLOATS, b, bRow);
            FloatVector b1 = fromArray(FLOATS, b, bRow + LENGTH);
            int at = aOffset + p * aStep;
            FloatVector a0 = broadcast(FLOATS, a[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = broadcast(FLOATS, a[at + aRow]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = broadcast(FLOATS, a[at + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = broadcast(FLOATS, a[at + 3 * aRow]);
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

    /// A tile of five rows, two vectors wide.
    private static void fiveByTwo(
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
        FloatVector c00 = FloatVector.zero(FLOATS);
        FloatVector c01 = c00;
        FloatVector c10 = c00;
        FloatVector c11 = c00;
        FloatVector c20 = c00;
        FloatVector c21 = c00;
        FloatVector c30 = c00;
        FloatVector c31 = c00;
        FloatVector c40 = c00;
        FloatVector c41 = c00;
        for (int p = 0; p < depth; p++) {
            int bRow = bOffset + p * bStride;
            FloatVector b0 = fromArray(FLOATS, b, bRow);
            FloatVector b1 = fromArray(FLOATS, b, bRow + LENGTH);
            int at = aOffset + p * aStep;
            FloatVector a0 = broadcast(FLOATS, a[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = broadcast(FLOATS, a[at + aRow]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = broadcast(FLOATS, a[at + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = broadcast(FLOATS, a[at + 3 * aRow]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            FloatVector a4 = broadcast(FLOATS, a[at + 4 * aRow]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
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
    }

    /// A tile of eight rows, one vector wide.
    private static void eightByOne(
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
        FloatVector c00 = FloatVector.zero(FLOATS);
        FloatVector c10 = c00;
        FloatVector c20 = c00;
        FloatVector c30 = c00;
        FloatVector c40 = c00;
        FloatVector c50 = c00;
        FloatVector c60 = c00;
        FloatVector c70 = c00;
        for (int p = 0; p < depth; p++) {
            int bRow = bOffset + p * bStride;
            FloatVector b0 = fromArray(FLOATS, b, bRow);
            int at = aOffset + p * aStep;
            FloatVector a0 = broadcast(FLOATS, a[at]);
            c00 = a0.fma(b0, c00);
            FloatVector a1 = broadcast(FLOATS, a[at + aRow]);
            c10 = a1.fma(b0, c10);
            FloatVector a2 = broadcast(FLOATS, a[at + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            FloatVector a3 = broadcast(FLOATS, a[at + 3 * aRow]);
            c30 = a3.fma(b0, c30);
            FloatVector a4 = broadcast(FLOATS, a[at + 4 * aRow]);
            c40 = a4.fma(b0, c40);
            FloatVector a5 = broadcast(FLOATS, a[at + 5 * aRow]);
            c50 = a5.fma(b0, c50);
            FloatVector a6 = broadcast(FLOATS, a[at + 6 * aRow]);
            c60 = a6.fma(b0, c60);
            FloatVector a7 = broadcast(FLOATS, a[at + 7 * aRow]);
            c70 = a7.fma(b0, c70);
        }
        c00.intoArray(c, cOffset);
        c10.intoArray(c, cOffset + cStride);
        c20.intoArray(c, cOffset + 2 * cStride);
        c30.intoArray(c, cOffset + 3 * cStride);
        c40.intoArray(c, cOffset + 4 * cStride);
        c50.intoArray(c, cOffset + 5 * cStride);
        c60.intoArray(c, cOffset + 6 * cStride);
        c70.intoArray(c, cOffset + 7 * cStride);
    }
}
