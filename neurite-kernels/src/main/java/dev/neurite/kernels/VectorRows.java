package dev.neurite.kernels;

import static dev.neurite.kernels.Simd.FLOATS;
import static dev.neurite.kernels.Simd.LENGTH;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/// Products with few rows, without packing or with a B that was packed before. `cRJ` is row R, vector J of C.
///
/// A sum waits for its last multiply-add before the next, so several are computed side by side.
final class VectorRows {
    private VectorRows() {}

    /// As [Tiles#direct].
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
        if (columns < 4 * LENGTH) {
            pairs(rows, columns, depth, a, aOffset, aRow, aStep, b, bOffset, bStride, c, cOffset, cStride);
            return;
        }
        for (int i = 0; i < rows; i++) {
            int row = aOffset + i * aRow;
            for (int j = 0; j < columns; j += 4 * LENGTH) {
                int column = Math.min(j, columns - 4 * LENGTH);
                int from = bOffset + column;
                int to = cOffset + i * cStride + column;
                oneByFour(depth, a, row, aStep, b, from, from + 2 * LENGTH, bStride, c, to);
            }
        }
    }

    /// One row, of a B that is packed in panels two vectors wide; two panels are read side by side.
    ///
    /// @param columns a multiple of the width of a panel
    static void multiplyPanels(
            int columns, int depth, float[] a, int aOffset, float[] panels, int firstPanel, float[] c, int cOffset) {
        int width = 2 * LENGTH;
        if (columns == width) {
            pairs(1, width, depth, a, aOffset, 0, 1, panels, firstPanel, width, c, cOffset, 0);
            return;
        }
        for (int j = 0; j < columns; j += 2 * width) {
            int column = Math.min(j, columns - 2 * width);
            int from = firstPanel + column * depth;
            oneByFour(depth, a, aOffset, 1, panels, from, from + width * depth, width, c, cOffset + column);
        }
    }

    /// All vectors of C, counted along its rows, two at a time; the last pair is moved back.
    private static void pairs(
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
        int across = columns / LENGTH;
        int count = rows * across;
        for (int i = 0; i < count; i += 2) {
            int first = Math.max(0, Math.min(i, count - 2));
            int second = Math.min(first + 1, count - 1);
            int a0 = aOffset + first / across * aRow;
            int a1 = aOffset + second / across * aRow;
            int b0 = bOffset + first % across * LENGTH;
            int b1 = bOffset + second % across * LENGTH;
            int c0 = cOffset + first / across * cStride + first % across * LENGTH;
            int c1 = cOffset + second / across * cStride + second % across * LENGTH;
            pair(depth, a, a0, a1, aStep, b, b0, b1, bStride, c, c0, c1);
        }
    }

    /// Two vectors of C, of one row or of two.
    private static void pair(
            int depth,
            float[] a,
            int a0Offset,
            int a1Offset,
            int aStep,
            float[] b,
            int b0Offset,
            int b1Offset,
            int bStride,
            float[] c,
            int c0Offset,
            int c1Offset) {
        FloatVector c0 = FloatVector.zero(FLOATS);
        FloatVector c1 = c0;
        for (int p = 0; p < depth; p++) {
            int at = p * aStep;
            int from = p * bStride;
            FloatVector a0 = broadcast(FLOATS, a[a0Offset + at]);
            FloatVector a1 = broadcast(FLOATS, a[a1Offset + at]);
            c0 = a0.fma(fromArray(FLOATS, b, b0Offset + from), c0);
            c1 = a1.fma(fromArray(FLOATS, b, b1Offset + from), c1);
        }
        c0.intoArray(c, c0Offset);
        c1.intoArray(c, c1Offset);
    }

    /// Four vectors of one row; the third and the fourth of B start at `bOther`.
    private static void oneByFour(
            int depth,
            float[] a,
            int aOffset,
            int aStep,
            float[] b,
            int bOffset,
            int bOther,
            int bStride,
            float[] c,
            int cOffset) {
        FloatVector c00 = FloatVector.zero(FLOATS);
        FloatVector c01 = c00;
        FloatVector c02 = c00;
        FloatVector c03 = c00;
        for (int p = 0; p < depth; p++) {
            int bRow = bOffset + p * bStride;
            FloatVector b0 = fromArray(FLOATS, b, bRow);
            FloatVector b1 = fromArray(FLOATS, b, bRow + LENGTH);
            int bOtherRow = bOther + p * bStride;
            FloatVector b2 = fromArray(FLOATS, b, bOtherRow);
            FloatVector b3 = fromArray(FLOATS, b, bOtherRow + LENGTH);
            int at = aOffset + p * aStep;
            FloatVector a0 = broadcast(FLOATS, a[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            c03 = a0.fma(b3, c03);
        }
        c00.intoArray(c, cOffset);
        c01.intoArray(c, cOffset + LENGTH);
        c02.intoArray(c, cOffset + 2 * LENGTH);
        c03.intoArray(c, cOffset + 3 * LENGTH);
    }
}
