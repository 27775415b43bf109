package dev.neurite.loss;

import org.jspecify.annotations.Nullable;

/// What may be wrong with the target of one row: what a loss or a metric may ask of it, each answered by a sentence of
/// the rule and the number, or null if nothing is wrong.
public final class Targets {
    /// How far from 1 the sum of target probabilities may be, since they are rounded where they come from.
    private static final double SUM_TOLERANCE = 1e-3;

    private Targets() {}

    /// One whole number from 0 to below `classes`.
    public static @Nullable String classIndex(float[] target, int offset, int classes) {
        float k = target[offset];
        return k >= 0 && k < classes && k == (int) k
                ? null
                : "class index must be a whole number k with 0 <= k < " + classes + ", got " + k;
    }

    /// `count` numbers that are neither infinite nor NaN.
    public static @Nullable String finite(float[] target, int offset, int count) {
        for (int j = offset; j < offset + count; j++) {
            if (!Float.isFinite(target[j])) {
                return "target must be finite, got " + target[j];
            }
        }
        return null;
    }

    /// `count` finite numbers that are not negative.
    public static @Nullable String counts(float[] target, int offset, int count) {
        for (int j = offset; j < offset + count; j++) {
            if (!(target[j] >= 0 && Float.isFinite(target[j]))) {
                return "target count must be finite and not negative, got " + target[j];
            }
        }
        return null;
    }

    /// `count` numbers from 0 to 1.
    public static @Nullable String probabilities(float[] target, int offset, int count) {
        for (int j = offset; j < offset + count; j++) {
            if (!(target[j] >= 0 && target[j] <= 1)) {
                return "target probability must be in [0, 1], got " + target[j];
            }
        }
        return null;
    }

    /// `count` numbers from 0 to 1 that sum to 1, but for rounding.
    public static @Nullable String distribution(float[] target, int offset, int count) {
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
