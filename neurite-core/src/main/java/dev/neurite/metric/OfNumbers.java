package dev.neurite.metric;

import org.jspecify.annotations.Nullable;

/// A metric of numbers.
interface OfNumbers extends Metric {
    @Override
    default @Nullable String problem(float[] target, int offset, int targets, int outputs) {
        for (int j = offset; j < offset + targets; j++) {
            String problem = problem(target[j]);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    /// What is wrong with one number, or null if nothing is.
    default @Nullable String problem(float target) {
        return Float.isFinite(target) ? null : "target must be finite, got " + target;
    }
}
