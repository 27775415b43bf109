package dev.neurite.metric;

import java.util.Arrays;

/// Orders numbers without boxing them.
final class Order {
    private Order() {}

    /// The indices of `values` in ascending order of the values, those of equal ones ascending; NaN comes last.
    ///
    /// Sorts numbers that hold the value in their upper half and the index in the lower one.
    static int[] ascending(float[] values) {
        long[] keys = new long[values.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = ((long) orderedBits(values[i]) << Integer.SIZE) | i;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }

    /// Bits that are ordered as the numbers are; those of both zeros are the same.
    private static int orderedBits(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }
}
