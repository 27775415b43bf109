package dev.neurite.kernels;

import static dev.neurite.kernels.Simd.FLOATS;
import static dev.neurite.kernels.Simd.LENGTH;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.IntVector;

/// Moves rows and columns of matrices into panels, a vector at a time.
///
/// What a vector has too much is written where something else is written afterwards, or into the [#slack]
/// behind the last panel: hence the ascending order. A copied row that is shorter than a vector spills into
/// the next; transposed rows may be taken some steps of k further than asked, which spill into the next panel.
/// Vectors have one shape everywhere, or C2 would lose track of their classes and allocate them.
final class VectorPacking {
    /// Steps of k from which a vector that reads more than there are is worth it.
    private static final int LEAST_REST = LENGTH / 2;

    private static final IntVector LOW = interleave(0);
    private static final IntVector HIGH = interleave(LENGTH / 2);

    private VectorPacking() {}

    /// Floats that may be written behind the last panel of this width.
    static int slack(int width) {
        return Math.max(LENGTH, (LENGTH - LEAST_REST) * width);
    }

    /// The lanes `first`, `n + first`, `first + 1`, `n + first + 1` … of two vectors of n.
    private static IntVector interleave(int first) {
        int[] from = new int[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            from[i] = first + i / 2 + (i % 2) * LENGTH;
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

    /// Sets `to[at + p·width + r] = x[from + r·stride + p]` for r < `rows`: [VectorTiles#ROWS], or as many as
    /// lanes.
    ///
    /// Where `depth` is no multiple of the lanes, more steps than that may be written.
    static void transpose(float[] x, int from, int stride, int depth, int rows, float[] to, int at, int width) {
        int steps = wholeVectors(x, from, stride, depth, rows);
        switch (rows) {
            case 4 -> interleaveFour(x, from, stride, steps, to, at, width);
            case 8 -> interleaveEight(x, from, stride, steps, to, at, width);
            default -> interleaveSixteen(x, from, stride, steps, to, at, width);
        }
        ScalarTiles.transpose(x, from, stride, steps, depth, rows, to, at, width);
    }

    /// Steps of k that are taken by whole vectors: more than `depth` where that is worth it and inside the array.
    private static int wholeVectors(float[] x, int from, int stride, int depth, int rows) {
        int whole = depth / LENGTH * LENGTH;
        boolean inside = from + (rows - 1) * stride + whole + LENGTH <= x.length;
        return depth - whole >= LEAST_REST && inside ? whole + LENGTH : whole;
    }

    /// Interleaving the first half of the rows with the second, once for each power of two in their number,
    /// transposes them (Stone 1971, <https://doi.org/10.1109/T-C.1971.223205>).
    private static void interleaveFour(float[] x, int from, int stride, int steps, float[] to, int at, int panelWidth) {
        int width = LENGTH > 4 ? 4 : panelWidth; // a constant where four rows are always a whole panel
        int step = LENGTH / 4 * width;
        for (int p = 0; p < steps; p += LENGTH) {
            int source = from + p;
            IntVector a0 = fromArray(FLOATS, x, source).reinterpretAsInts();
            IntVector a1 = fromArray(FLOATS, x, source + stride).reinterpretAsInts();
            IntVector a2 = fromArray(FLOATS, x, source + 2 * stride).reinterpretAsInts();
            IntVector a3 = fromArray(FLOATS, x, source + 3 * stride).reinterpretAsInts();
            IntVector b0 = LOW.selectFrom(a0, a2);
            IntVector b1 = HIGH.selectFrom(a0, a2);
            IntVector b2 = LOW.selectFrom(a1, a3);
            IntVector b3 = HIGH.selectFrom(a1, a3);
            int target = at + p * width;
            LOW.selectFrom(b0, b2).reinterpretAsFloats().intoArray(to, target);
            HIGH.selectFrom(b0, b2).reinterpretAsFloats().intoArray(to, target + step);
            LOW.selectFrom(b1, b3).reinterpretAsFloats().intoArray(to, target + 2 * step);
            HIGH.selectFrom(b1, b3).reinterpretAsFloats().intoArray(to, target + 3 * step);
        }
    }

    private static void interleaveEight(
            float[] x, int from, int stride, int steps, float[] to, int at, int panelWidth) {
        int width = LENGTH > 8 ? 8 : panelWidth;
        int step = LENGTH / 8 * width;
        for (int p = 0; p < steps; p += LENGTH) {
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
            int target = at + p * width;
            LOW.selectFrom(a0, a4).reinterpretAsFloats().intoArray(to, target);
            HIGH.selectFrom(a0, a4).reinterpretAsFloats().intoArray(to, target + step);
            LOW.selectFrom(a1, a5).reinterpretAsFloats().intoArray(to, target + 2 * step);
            HIGH.selectFrom(a1, a5).reinterpretAsFloats().intoArray(to, target + 3 * step);
            LOW.selectFrom(a2, a6).reinterpretAsFloats().intoArray(to, target + 4 * step);
            HIGH.selectFrom(a2, a6).reinterpretAsFloats().intoArray(to, target + 5 * step);
            LOW.selectFrom(a3, a7).reinterpretAsFloats().intoArray(to, target + 6 * step);
            HIGH.selectFrom(a3, a7).reinterpretAsFloats().intoArray(to, target + 7 * step);
        }
    }

    private static void interleaveSixteen(float[] x, int from, int stride, int steps, float[] to, int at, int width) {
        for (int p = 0; p < steps; p += LENGTH) {
            int source = from + p;
            IntVector a0 = fromArray(FLOATS, x, source).reinterpretAsInts();
            IntVector a1 = fromArray(FLOATS, x, source + stride).reinterpretAsInts();
            IntVector a2 = fromArray(FLOATS, x, source + 2 * stride).reinterpretAsInts();
            IntVector a3 = fromArray(FLOATS, x, source + 3 * stride).reinterpretAsInts();
            IntVector a4 = fromArray(FLOATS, x, source + 4 * stride).reinterpretAsInts();
            IntVector a5 = fromArray(FLOATS, x, source + 5 * stride).reinterpretAsInts();
            IntVector a6 = fromArray(FLOATS, x, source + 6 * stride).reinterpretAsInts();
            IntVector a7 = fromArray(FLOATS, x, source + 7 * stride).reinterpretAsInts();
            IntVector a8 = fromArray(FLOATS, x, source + 8 * stride).reinterpretAsInts();
            IntVector a9 = fromArray(FLOATS, x, source + 9 * stride).reinterpretAsInts();
            IntVector a10 = fromArray(FLOATS, x, source + 10 * stride).reinterpretAsInts();
            IntVector a11 = fromArray(FLOATS, x, source + 11 * stride).reinterpretAsInts();
            IntVector a12 = fromArray(FLOATS, x, source + 12 * stride).reinterpretAsInts();
            IntVector a13 = fromArray(FLOATS, x, source + 13 * stride).reinterpretAsInts();
            IntVector a14 = fromArray(FLOATS, x, source + 14 * stride).reinterpretAsInts();
            IntVector a15 = fromArray(FLOATS, x, source + 15 * stride).reinterpretAsInts();
            IntVector b0 = LOW.selectFrom(a0, a8);
            IntVector b1 = HIGH.selectFrom(a0, a8);
            IntVector b2 = LOW.selectFrom(a1, a9);
            IntVector b3 = HIGH.selectFrom(a1, a9);
            IntVector b4 = LOW.selectFrom(a2, a10);
            IntVector b5 = HIGH.selectFrom(a2, a10);
            IntVector b6 = LOW.selectFrom(a3, a11);
            IntVector b7 = HIGH.selectFrom(a3, a11);
            IntVector b8 = LOW.selectFrom(a4, a12);
            IntVector b9 = HIGH.selectFrom(a4, a12);
            IntVector b10 = LOW.selectFrom(a5, a13);
            IntVector b11 = HIGH.selectFrom(a5, a13);
            IntVector b12 = LOW.selectFrom(a6, a14);
            IntVector b13 = HIGH.selectFrom(a6, a14);
            IntVector b14 = LOW.selectFrom(a7, a15);
            IntVector b15 = HIGH.selectFrom(a7, a15);
            a0 = LOW.selectFrom(b0, b8);
            a1 = HIGH.selectFrom(b0, b8);
            a2 = LOW.selectFrom(b1, b9);
            a3 = HIGH.selectFrom(b1, b9);
            a4 = LOW.selectFrom(b2, b10);
            a5 = HIGH.selectFrom(b2, b10);
            a6 = LOW.selectFrom(b3, b11);
            a7 = HIGH.selectFrom(b3, b11);
            a8 = LOW.selectFrom(b4, b12);
            a9 = HIGH.selectFrom(b4, b12);
            a10 = LOW.selectFrom(b5, b13);
            a11 = HIGH.selectFrom(b5, b13);
            a12 = LOW.selectFrom(b6, b14);
            a13 = HIGH.selectFrom(b6, b14);
            a14 = LOW.selectFrom(b7, b15);
            a15 = HIGH.selectFrom(b7, b15);
            b0 = LOW.selectFrom(a0, a8);
            b1 = HIGH.selectFrom(a0, a8);
            b2 = LOW.selectFrom(a1, a9);
            b3 = HIGH.selectFrom(a1, a9);
            b4 = LOW.selectFrom(a2, a10);
            b5 = HIGH.selectFrom(a2, a10);
            b6 = LOW.selectFrom(a3, a11);
            b7 = HIGH.selectFrom(a3, a11);
            b8 = LOW.selectFrom(a4, a12);
            b9 = HIGH.selectFrom(a4, a12);
            b10 = LOW.selectFrom(a5, a13);
            b11 = HIGH.selectFrom(a5, a13);
            b12 = LOW.selectFrom(a6, a14);
            b13 = HIGH.selectFrom(a6, a14);
            b14 = LOW.selectFrom(a7, a15);
            b15 = HIGH.selectFrom(a7, a15);
            int target = at + p * width;
            LOW.selectFrom(b0, b8).reinterpretAsFloats().intoArray(to, target);
            HIGH.selectFrom(b0, b8).reinterpretAsFloats().intoArray(to, target + width);
            LOW.selectFrom(b1, b9).reinterpretAsFloats().intoArray(to, target + 2 * width);
            HIGH.selectFrom(b1, b9).reinterpretAsFloats().intoArray(to, target + 3 * width);
            LOW.selectFrom(b2, b10).reinterpretAsFloats().intoArray(to, target + 4 * width);
            HIGH.selectFrom(b2, b10).reinterpretAsFloats().intoArray(to, target + 5 * width);
            LOW.selectFrom(b3, b11).reinterpretAsFloats().intoArray(to, target + 6 * width);
            HIGH.selectFrom(b3, b11).reinterpretAsFloats().intoArray(to, target + 7 * width);
            LOW.selectFrom(b4, b12).reinterpretAsFloats().intoArray(to, target + 8 * width);
            HIGH.selectFrom(b4, b12).reinterpretAsFloats().intoArray(to, target + 9 * width);
            LOW.selectFrom(b5, b13).reinterpretAsFloats().intoArray(to, target + 10 * width);
            HIGH.selectFrom(b5, b13).reinterpretAsFloats().intoArray(to, target + 11 * width);
            LOW.selectFrom(b6, b14).reinterpretAsFloats().intoArray(to, target + 12 * width);
            HIGH.selectFrom(b6, b14).reinterpretAsFloats().intoArray(to, target + 13 * width);
            LOW.selectFrom(b7, b15).reinterpretAsFloats().intoArray(to, target + 14 * width);
            HIGH.selectFrom(b7, b15).reinterpretAsFloats().intoArray(to, target + 15 * width);
        }
    }
}
