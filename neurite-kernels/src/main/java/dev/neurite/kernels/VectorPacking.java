package dev.neurite.kernels;

import static dev.neurite.kernels.Simd.FLOATS;
import static dev.neurite.kernels.Simd.LENGTH;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.IntVector;

/// Moves rows and columns of matrices into panels, a vector at a time.
///
/// A row may be shorter than a vector: then a vector spills over its end, where the next row is written afterwards. So
/// rows are written in ascending order, and arrays have [#SLACK] floats more than their contents. Vectors have one
/// shape everywhere, or C2 would lose track of their classes and allocate them.
final class VectorPacking {
    /// Rows that are interleaved at once: the height of a tile.
    static final int GROUP = VectorTiles.ROWS;
    /// Floats behind the last panel that may be written.
    static final int SLACK = LENGTH;

    private static final IntVector LOW = interleave(0);
    private static final IntVector HIGH = interleave(LENGTH / 2);
    private static final IntVector FIRST_HALVES = halves(0);
    private static final IntVector SECOND_HALVES = halves(LENGTH / 2);

    private VectorPacking() {}

    /// The lanes `first`, `n + first`, `first + 1`, `n + first + 1` … of two vectors of n.
    private static IntVector interleave(int first) {
        int[] from = new int[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            from[i] = first + i / 2 + (i % 2) * LENGTH;
        }
        return IntVector.fromArray(Simd.INTS, from, 0);
    }

    /// Half of one vector, and the same half of another.
    private static IntVector halves(int first) {
        int[] from = new int[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            from[i] = i < LENGTH / 2 ? first + i : first + i + LENGTH / 2;
        }
        return IntVector.fromArray(Simd.INTS, from, 0);
    }

    /// Copies rows of `width` floats, two vectors or at most one, to where they follow each other.
    static void copyRows(float[] x, int from, int stride, int rows, int width, float[] to, int at) {
        int reach = Math.max(width, LENGTH);
        int safe = from + reach > x.length ? 0 : Math.min(rows, (x.length - reach - from) / stride + 1);
        for (int p = 0; p < safe; p++) {
            int source = from + p * stride;
            int target = at + p * width;
            fromArray(FLOATS, x, source).intoArray(to, target);
            if (width > LENGTH) {
                fromArray(FLOATS, x, source + LENGTH).intoArray(to, target + LENGTH);
            }
        }
        ScalarTiles.copyRows(x, from + safe * stride, stride, rows - safe, width, width, to, at + safe * width);
    }

    /// Sets `to[at + p·GROUP + r] = x[from + r·stride + p]` for r < present, and 0 for the other rows of the group.
    static void transposeGroup(float[] x, int from, int stride, int depth, int present, float[] to, int at) {
        int done = 0;
        if (present == GROUP) {
            done = GROUP == 8
                    ? interleaveEight(x, from, stride, depth, to, at)
                    : interleaveFour(x, from, stride, depth, to, at);
        }
        ScalarTiles.transpose(x, from, stride, done, depth, present, to, at, GROUP);
        ScalarTiles.clear(to, at, depth, present, GROUP);
    }

    /// Interleaving the first half of the rows with the second, once for each power of two in their number,
    /// transposes them (Stone 1971, <https://doi.org/10.1109/T-C.1971.223205>). Returns the step of k that whole
    /// vectors reached.
    private static int interleaveEight(float[] x, int from, int stride, int depth, float[] to, int at) {
        int p = 0;
        for (; p <= depth - LENGTH; p += LENGTH) {
            int source = from + p;
            IntVector a0 = fromArray(FLOATS, x, source).reinterpretAsInts();
            IntVector a1 = fromArray(FLOATS, x, source + stride).reinterpretAsInts();
            IntVector a2 = fromArray(FLOATS, x, source + 2 * stride).reinterpretAsInts();
            IntVector a3 = fromArray(FLOATS, x, source + 3 * stride).reinterpretAsInts();
            IntVector a4 = fromArray(FLOATS, x, source + 4 * stride).reinterpretAsInts();
            IntVector a5 = fromArray(FLOATS, x, source + 5 * stride).reinterpretAsInts();
            IntVector a6 = fromArray(FLOATS, x, source + 6 * stride).reinterpretAsInts();
            IntVector a7 = fromArray(FLOATS, x, source + 7 * stride).reinterpretAsInts();
            IntVector b0 = LOW.selectFrom(a0, a4);
            IntVector b1 = HIGH.selectFrom(a0, a4);
            IntVector b2 = LOW.selectFrom(a1, a5);
            IntVector b3 = HIGH.selectFrom(a1, a5);
            IntVector b4 = LOW.selectFrom(a2, a6);
            IntVector b5 = HIGH.selectFrom(a2, a6);
            IntVector b6 = LOW.selectFrom(a3, a7);
            IntVector b7 = HIGH.selectFrom(a3, a7);
            a0 = LOW.selectFrom(b0, b4);
            a1 = HIGH.selectFrom(b0, b4);
            a2 = LOW.selectFrom(b1, b5);
            a3 = HIGH.selectFrom(b1, b5);
            a4 = LOW.selectFrom(b2, b6);
            a5 = HIGH.selectFrom(b2, b6);
            a6 = LOW.selectFrom(b3, b7);
            a7 = HIGH.selectFrom(b3, b7);
            int target = at + p * 8;
            LOW.selectFrom(a0, a4).reinterpretAsFloats().intoArray(to, target);
            HIGH.selectFrom(a0, a4).reinterpretAsFloats().intoArray(to, target + LENGTH);
            LOW.selectFrom(a1, a5).reinterpretAsFloats().intoArray(to, target + 2 * LENGTH);
            HIGH.selectFrom(a1, a5).reinterpretAsFloats().intoArray(to, target + 3 * LENGTH);
            LOW.selectFrom(a2, a6).reinterpretAsFloats().intoArray(to, target + 4 * LENGTH);
            HIGH.selectFrom(a2, a6).reinterpretAsFloats().intoArray(to, target + 5 * LENGTH);
            LOW.selectFrom(a3, a7).reinterpretAsFloats().intoArray(to, target + 6 * LENGTH);
            HIGH.selectFrom(a3, a7).reinterpretAsFloats().intoArray(to, target + 7 * LENGTH);
        }
        return p;
    }

    private static int interleaveFour(float[] x, int from, int stride, int depth, float[] to, int at) {
        int p = 0;
        for (; p <= depth - LENGTH; p += LENGTH) {
            int source = from + p;
            IntVector a0 = fromArray(FLOATS, x, source).reinterpretAsInts();
            IntVector a1 = fromArray(FLOATS, x, source + stride).reinterpretAsInts();
            IntVector a2 = fromArray(FLOATS, x, source + 2 * stride).reinterpretAsInts();
            IntVector a3 = fromArray(FLOATS, x, source + 3 * stride).reinterpretAsInts();
            IntVector b0 = LOW.selectFrom(a0, a2);
            IntVector b1 = HIGH.selectFrom(a0, a2);
            IntVector b2 = LOW.selectFrom(a1, a3);
            IntVector b3 = HIGH.selectFrom(a1, a3);
            int target = at + p * 4;
            LOW.selectFrom(b0, b2).reinterpretAsFloats().intoArray(to, target);
            HIGH.selectFrom(b0, b2).reinterpretAsFloats().intoArray(to, target + LENGTH);
            LOW.selectFrom(b1, b3).reinterpretAsFloats().intoArray(to, target + 2 * LENGTH);
            HIGH.selectFrom(b1, b3).reinterpretAsFloats().intoArray(to, target + 3 * LENGTH);
        }
        return p;
    }

    /// Joins groups that follow each other into one panel of `width` columns: row p is row p of each group in turn.
    static void joinGroups(float[] groups, int depth, int width, float[] to, int at) {
        for (int r = 0; r < width; r += LENGTH) {
            if (GROUP == LENGTH) {
                spread(groups, r * depth, depth, width, to, at + r);
            } else {
                joinPair(groups, r * depth, depth, width, to, at + r);
            }
        }
    }

    /// Groups as wide as a vector are only moved.
    private static void spread(float[] groups, int from, int depth, int width, float[] to, int at) {
        for (int p = 0; p < depth; p++) {
            fromArray(FLOATS, groups, from + p * LENGTH).intoArray(to, at + p * width);
        }
    }

    /// Groups half as wide as a vector have two rows in each vector: the rows of two groups change halves.
    private static void joinPair(float[] groups, int from, int depth, int width, float[] to, int at) {
        int second = from + depth * GROUP;
        int p = 0;
        for (; p < depth - 1; p += 2) {
            IntVector a = fromArray(FLOATS, groups, from + p * GROUP).reinterpretAsInts();
            IntVector b = fromArray(FLOATS, groups, second + p * GROUP).reinterpretAsInts();
            FIRST_HALVES.selectFrom(a, b).reinterpretAsFloats().intoArray(to, at + p * width);
            SECOND_HALVES.selectFrom(a, b).reinterpretAsFloats().intoArray(to, at + (p + 1) * width);
        }
        if (p < depth) {
            System.arraycopy(groups, from + p * GROUP, to, at + p * width, GROUP);
            System.arraycopy(groups, second + p * GROUP, to, at + p * width + GROUP, GROUP);
        }
    }
}
