package dev.neurite.kernels;

import static dev.neurite.kernels.Simd.FLOATS;
import static dev.neurite.kernels.Simd.LENGTH;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/// Adds a bias to all rows of a block, which stays in registers on the way down.
final class VectorBias {
    private VectorBias() {}

    static void add(int rows, int columns, float[] c, int cOffset, int cStride, float[] bias, int biasOffset) {
        int j = 0;
        for (; j <= columns - 4 * LENGTH; j += 4 * LENGTH) {
            addFour(rows, c, cOffset + j, cStride, bias, biasOffset + j);
        }
        for (; j < columns; j += LENGTH) {
            addOne(rows, c, cOffset + j, cStride, bias, biasOffset + j);
        }
    }

    private static void addFour(int rows, float[] c, int cOffset, int cStride, float[] bias, int biasOffset) {
        FloatVector b0 = fromArray(FLOATS, bias, biasOffset);
        FloatVector b1 = fromArray(FLOATS, bias, biasOffset + LENGTH);
        FloatVector b2 = fromArray(FLOATS, bias, biasOffset + 2 * LENGTH);
        FloatVector b3 = fromArray(FLOATS, bias, biasOffset + 3 * LENGTH);
        for (int i = 0; i < rows; i++) {
            int at = cOffset + i * cStride;
            fromArray(FLOATS, c, at).add(b0).intoArray(c, at);
            fromArray(FLOATS, c, at + LENGTH).add(b1).intoArray(c, at + LENGTH);
            fromArray(FLOATS, c, at + 2 * LENGTH).add(b2).intoArray(c, at + 2 * LENGTH);
            fromArray(FLOATS, c, at + 3 * LENGTH).add(b3).intoArray(c, at + 3 * LENGTH);
        }
    }

    private static void addOne(int rows, float[] c, int cOffset, int cStride, float[] bias, int biasOffset) {
        FloatVector b = fromArray(FLOATS, bias, biasOffset);
        for (int i = 0; i < rows; i++) {
            int at = cOffset + i * cStride;
            fromArray(FLOATS, c, at).add(b).intoArray(c, at);
        }
    }
}
