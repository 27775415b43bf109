package dev.neurite.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

/// Random arrays and comparison by bits.
final class Bits {
    private static final float[] SPECIAL = {
        0f,
        -0f,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        1e-40f,
        -1e-40f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        0x1p-100f,
        -0x1p-101f,
        750f,
        -750f,
        88.72283f,
        -69.4f
    };

    private Bits() {}

    /// Finite numbers around 1.
    static float[] gaussian(Random random, int length) {
        float[] x = new float[length];
        for (int i = 0; i < length; i++) {
            x[i] = (float) random.nextGaussian();
        }
        return x;
    }

    /// Finite numbers of all magnitudes, and every kind of special one.
    static float[] wild(Random random, int length) {
        float[] x = new float[length];
        for (int i = 0; i < length; i++) {
            x[i] = switch (random.nextInt(4)) {
                case 0 -> SPECIAL[random.nextInt(SPECIAL.length)];
                case 1 -> Float.intBitsToFloat(random.nextInt());
                case 2 -> (float) (random.nextGaussian() * 30);
                default -> (float) random.nextGaussian();
            };
        }
        return x;
    }

    /// Equal bits at each index; any NaN equals any NaN.
    static void assertEqual(float[] actual, float[] expected, String what) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            if (Float.floatToIntBits(actual[i]) != Float.floatToIntBits(expected[i])) {
                throw new AssertionError(what + ": element " + i + " is " + actual[i] + ", expected " + expected[i]);
            }
        }
    }
}
