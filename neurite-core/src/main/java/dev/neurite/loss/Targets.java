package dev.neurite.loss;

import org.jspecify.annotations.Nullable;

/// What may be wrong with the target of one row.
final class Targets {
    /// How far from 1 the sum of target probabilities may be, since they are rounded where they come from.
    private static final double SUM_TOLERANCE = 1e-3;

    private Targets() {}

    static @Nullable String classIndex(float[] target, int offset, int outputs) {
        float k = target[offset];
        return k >= 0 && k < outputs && k == (int) k
                ? null
                : "class index must be a whole number k with 0 <= k < " + outputs + ", got " + k;
    }

    static @Nullable String finite(float[] target, int offset, int count) {
        for (int j = offset; j < offset + count; j++) {
            if (!Float.isFinite(target[j])) {
                return "target must be finite, got " + target[j];
            }
        }
        return null;
    }

    static @Nullable String counts(float[] target, int offset, int count) {
        for (int j = offset; j < offset + count; j++) {
            if (!(target[j] >= 0 && Float.isFinite(target[j]))) {
                return "target count must be finite and not negative, got " + target[j];
            }
        }
        return null;
    }

    static @Nullable String probabilities(float[] target, int offset, int count) {
        for (int j = offset; j < offset + count; j++) {
            if (!(target[j] >= 0 && target[j] <= 1)) {
                return "target probability must be in [0, 1], got " + target[j];
            }
        }
        return null;
    }

    static @Nullable String distribution(float[] target, int offset, int count) {
        String problem = probabilities(target, offset, count);
        if (problem != null) {
            return problem;
        }
        double sum = Softmax.sum(target, offset, count);
        return Math.abs(sum - 1) <= SUM_TOLERANCE
                ? null
                : "target probabilities of a row must sum to 1, got a sum of " + (float) sum;
    }
}
