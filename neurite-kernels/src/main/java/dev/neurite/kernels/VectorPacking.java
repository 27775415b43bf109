package dev.neurite.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Transposes squares of 8 × 8 (vectors of 256 bits) or 4 × 4 (128 bits) floats by perfect shuffles: interleaving the
/// first half of the rows with the second, log₂ n times over, is a transposition (Stone 1971,
/// doi:10.1109/T-C.1971.223205).
final class VectorPacking {
    private static final FloatVector LOW_8 = interleave(FloatVector.SPECIES_256, 0);
    private static final FloatVector HIGH_8 = interleave(FloatVector.SPECIES_256, 4);
    private static final FloatVector LOW_4 = interleave(FloatVector.SPECIES_128, 0);
    private static final FloatVector HIGH_4 = interleave(FloatVector.SPECIES_128, 2);

    private VectorPacking() {}

    /// Where the lanes of an interleaved vector come from: `first`, `n + first`, `first + 1`, `n + first + 1` …
    private static FloatVector interleave(VectorSpecies<Float> species, int first) {
        float[] from = new float[species.length()];
        for (int i = 0; i < from.length; i++) {
            from[i] = first + i / 2 + (i % 2) * from.length;
        }
        return FloatVector.fromArray(species, from, 0);
    }

    /// Sets `to[at + p·width + r] = x[from + r·stride + p]` for `present` rows r, and 0 from there to `width`.
    static void transpose(float[] x, int from, int stride, int depth, int present, int width, float[] to, int at) {
        int square = width % 8 == 0 && Simd.BITS > 128 ? 8 : 4;
        int r = 0;
        for (; r <= present - square; r += square) {
            int start = from + r * stride;
            int done = square == 8
                    ? transpose8(x, start, stride, depth, width, to, at + r)
                    : transpose4(x, start, stride, depth, width, to, at + r);
            ScalarTiles.transpose(x, start, stride, done, depth, square, to, at + r, width);
        }
        ScalarTiles.transpose(x, from + r * stride, stride, 0, depth, present - r, to, at + r, width);
        ScalarTiles.clear(to, at, depth, present, width);
    }

    /// Sets `to[at + p·width + r] = x[from + r·stride + p]` for r < 8 and whole squares of p; returns the p
    /// reached.
    private static int transpose8(float[] x, int from, int stride, int depth, int width, float[] to, int at) {
        int p = 0;
        for (; p <= depth - 8; p += 8) {
            int source = from + p;
            FloatVector a0 = load8(x, source);
            FloatVector a1 = load8(x, source + stride);
            FloatVector a2 = load8(x, source + 2 * stride);
            FloatVector a3 = load8(x, source + 3 * stride);
            FloatVector a4 = load8(x, source + 4 * stride);
            FloatVector a5 = load8(x, source + 5 * stride);
            FloatVector a6 = load8(x, source + 6 * stride);
            FloatVector a7 = load8(x, source + 7 * stride);
            FloatVector b0 = LOW_8.selectFrom(a0, a4);
            FloatVector b1 = HIGH_8.selectFrom(a0, a4);
            FloatVector b2 = LOW_8.selectFrom(a1, a5);
            FloatVector b3 = HIGH_8.selectFrom(a1, a5);
            FloatVector b4 = LOW_8.selectFrom(a2, a6);
            FloatVector b5 = HIGH_8.selectFrom(a2, a6);
            FloatVector b6 = LOW_8.selectFrom(a3, a7);
            FloatVector b7 = HIGH_8.selectFrom(a3, a7);
            a0 = LOW_8.selectFrom(b0, b4);
            a1 = HIGH_8.selectFrom(b0, b4);
            a2 = LOW_8.selectFrom(b1, b5);
            a3 = HIGH_8.selectFrom(b1, b5);
            a4 = LOW_8.selectFrom(b2, b6);
            a5 = HIGH_8.selectFrom(b2, b6);
            a6 = LOW_8.selectFrom(b3, b7);
            a7 = HIGH_8.selectFrom(b3, b7);
            int target = at + p * width;
            LOW_8.selectFrom(a0, a4).intoArray(to, target);
            HIGH_8.selectFrom(a0, a4).intoArray(to, target + width);
            LOW_8.selectFrom(a1, a5).intoArray(to, target + 2 * width);
            HIGH_8.selectFrom(a1, a5).intoArray(to, target + 3 * width);
            LOW_8.selectFrom(a2, a6).intoArray(to, target + 4 * width);
            HIGH_8.selectFrom(a2, a6).intoArray(to, target + 5 * width);
            LOW_8.selectFrom(a3, a7).intoArray(to, target + 6 * width);
            HIGH_8.selectFrom(a3, a7).intoArray(to, target + 7 * width);
        }
        return p;
    }

    /// Sets `to[at + p·width + r] = x[from + r·stride + p]` for r < 4 and whole squares of p; returns the p
    /// reached.
    private static int transpose4(float[] x, int from, int stride, int depth, int width, float[] to, int at) {
        int p = 0;
        for (; p <= depth - 4; p += 4) {
            int source = from + p;
            FloatVector a0 = load4(x, source);
            FloatVector a1 = load4(x, source + stride);
            FloatVector a2 = load4(x, source + 2 * stride);
            FloatVector a3 = load4(x, source + 3 * stride);
            FloatVector b0 = LOW_4.selectFrom(a0, a2);
            FloatVector b1 = HIGH_4.selectFrom(a0, a2);
            FloatVector b2 = LOW_4.selectFrom(a1, a3);
            FloatVector b3 = HIGH_4.selectFrom(a1, a3);
            int target = at + p * width;
            LOW_4.selectFrom(b0, b2).intoArray(to, target);
            HIGH_4.selectFrom(b0, b2).intoArray(to, target + width);
            LOW_4.selectFrom(b1, b3).intoArray(to, target + 2 * width);
            HIGH_4.selectFrom(b1, b3).intoArray(to, target + 3 * width);
        }
        return p;
    }

    private static FloatVector load8(float[] x, int offset) {
        return FloatVector.fromArray(FloatVector.SPECIES_256, x, offset);
    }

    private static FloatVector load4(float[] x, int offset) {
        return FloatVector.fromArray(FloatVector.SPECIES_128, x, offset);
    }

    /// Copies `depth` rows of `width` floats (4, 8 or two vectors) to where they follow each other.
    static void copyRows(float[] x, int from, int stride, int depth, int width, float[] to, int at) {
        if (width == 2 * Simd.LENGTH) {
            copyPairs(x, from, stride, depth, to, at);
        } else if (width == 8) {
            copyEights(x, from, stride, depth, to, at);
        } else {
            copyFours(x, from, stride, depth, to, at);
        }
    }

    private static void copyPairs(float[] x, int from, int stride, int depth, float[] to, int at) {
        for (int p = 0; p < depth; p++) {
            int source = from + p * stride;
            int target = at + p * 2 * Simd.LENGTH;
            Simd.load(x, source).intoArray(to, target);
            Simd.load(x, source + Simd.LENGTH).intoArray(to, target + Simd.LENGTH);
        }
    }

    private static void copyEights(float[] x, int from, int stride, int depth, float[] to, int at) {
        for (int p = 0; p < depth; p++) {
            FloatVector.fromArray(FloatVector.SPECIES_256, x, from + p * stride).intoArray(to, at + p * 8);
        }
    }

    private static void copyFours(float[] x, int from, int stride, int depth, float[] to, int at) {
        for (int p = 0; p < depth; p++) {
            FloatVector.fromArray(FloatVector.SPECIES_128, x, from + p * stride).intoArray(to, at + p * 4);
        }
    }
}
