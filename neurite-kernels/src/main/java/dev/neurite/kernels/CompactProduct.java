package dev.neurite.kernels;

import static dev.neurite.kernels.Fma.fma;

/// Products with one or two columns, in plain Java: lanes of a vector would be idle for want of columns, and lanes that
/// run along the rows would have to be collected from as many rows.
///
/// Eight sums at a time do not wait for each other.
final class CompactProduct {
    private static final int ONE_COLUMN_ROWS = 8;
    private static final int TWO_COLUMN_ROWS = 4;

    private CompactProduct() {}

    /// Element (i, p) of A is at `aOffset + i·aRow + p·aStep`,
    /// element (p, j) of B at `bOffset + p·bStep + j·bColumn`.
    ///
    /// The last tile of rows is moved back so that it ends where C ends. Tiles want the step of A to be 1: with any
    /// other C2 would check the bounds of every element.
    ///
    /// @param columns 1 or 2
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
            int bStep,
            int bColumn,
            float[] c,
            int cOffset,
            int cStride) {
        int height = columns == 1 ? ONE_COLUMN_ROWS : TWO_COLUMN_ROWS;
        if (rows >= height && aStep == 1) {
            for (int i = 0; i < rows; i += height) {
                int row = Math.min(i, rows - height);
                int from = aOffset + row * aRow;
                int to = cOffset + row * cStride;
                if (columns == 1) {
                    eightByOne(depth, a, from, aRow, b, bOffset, bStep, c, to, cStride);
                } else {
                    fourByTwo(depth, a, from, aRow, b, bOffset, bStep, bColumn, c, to, cStride);
                }
            }
        } else {
            for (int i = 0; i < rows; i++) {
                int from = aOffset + i * aRow;
                row(columns, depth, a, from, aStep, b, bOffset, bStep, bColumn, c, cOffset + i * cStride);
            }
        }
    }

    /// One or two sums.
    private static void row(
            int columns,
            int depth,
            float[] a,
            int aOffset,
            int aStep,
            float[] b,
            int bOffset,
            int bStep,
            int bColumn,
            float[] c,
            int cOffset) {
        int other = columns == 1 ? 0 : bColumn;
        float first = 0f;
        float second = 0f;
        for (int p = 0; p < depth; p++) {
            float factor = a[aOffset + p * aStep];
            int from = bOffset + p * bStep;
            first = fma(factor, b[from], first);
            second = fma(factor, b[from + other], second);
        }
        c[cOffset] = first;
        if (columns == 2) {
            c[cOffset + 1] = second;
        }
    }

    private static void eightByOne(
            int depth,
            float[] a,
            int aOffset,
            int aRow,
            float[] b,
            int bOffset,
            int bStep,
            float[] c,
            int cOffset,
            int cStride) {
        float c0 = 0f;
        float c1 = 0f;
        float c2 = 0f;
        float c3 = 0f;
        float c4 = 0f;
        float c5 = 0f;
        float c6 = 0f;
        float c7 = 0f;
        for (int p = 0; p < depth; p++) {
            int at = aOffset + p;
            float factor = b[bOffset + p * bStep];
            c0 = fma(a[at], factor, c0);
            c1 = fma(a[at + aRow], factor, c1);
            c2 = fma(a[at + 2 * aRow], factor, c2);
            c3 = fma(a[at + 3 * aRow], factor, c3);
            c4 = fma(a[at + 4 * aRow], factor, c4);
            c5 = fma(a[at + 5 * aRow], factor, c5);
            c6 = fma(a[at + 6 * aRow], factor, c6);
            c7 = fma(a[at + 7 * aRow], factor, c7);
        }
        c[cOffset] = c0;
        c[cOffset + cStride] = c1;
        c[cOffset + 2 * cStride] = c2;
        c[cOffset + 3 * cStride] = c3;
        c[cOffset + 4 * cStride] = c4;
        c[cOffset + 5 * cStride] = c5;
        c[cOffset + 6 * cStride] = c6;
        c[cOffset + 7 * cStride] = c7;
    }

    /// `cRJ` is row R, column J.
    private static void fourByTwo(
            int depth,
            float[] a,
            int aOffset,
            int aRow,
            float[] b,
            int bOffset,
            int bStep,
            int bColumn,
            float[] c,
            int cOffset,
            int cStride) {
        float c00 = 0f;
        float c01 = 0f;
        float c10 = 0f;
        float c11 = 0f;
        float c20 = 0f;
        float c21 = 0f;
        float c30 = 0f;
        float c31 = 0f;
        for (int p = 0; p < depth; p++) {
            int at = aOffset + p;
            int from = bOffset + p * bStep;
            float b0 = b[from];
            float b1 = b[from + bColumn];
            float a0 = a[at];
            c00 = fma(a0, b0, c00);
            c01 = fma(a0, b1, c01);
            float a1 = a[at + aRow];
            c10 = fma(a1, b0, c10);
            c11 = fma(a1, b1, c11);
            float a2 = a[at + 2 * aRow];
            c20 = fma(a2, b0, c20);
            c21 = fma(a2, b1, c21);
            float a3 = a[at + 3 * aRow];
            c30 = fma(a3, b0, c30);
            c31 = fma(a3, b1, c31);
        }
        c[cOffset] = c00;
        c[cOffset + 1] = c01;
        c[cOffset + cStride] = c10;
        c[cOffset + cStride + 1] = c11;
        c[cOffset + 2 * cStride] = c20;
        c[cOffset + 2 * cStride + 1] = c21;
        c[cOffset + 3 * cStride] = c30;
        c[cOffset + 3 * cStride + 1] = c31;
    }

    /// Adds a bias to rows without padding.
    static void addBias(int rows, int columns, float[] c, int cOffset, float[] bias, int biasOffset) {
        float first = bias[biasOffset];
        if (columns == 1) {
            for (int i = 0; i < rows; i++) {
                c[cOffset + i] += first;
            }
            return;
        }
        float second = bias[biasOffset + 1];
        for (int i = 0; i < rows; i++) {
            c[cOffset + 2 * i] += first;
            c[cOffset + 2 * i + 1] += second;
        }
    }
}
