package dev.neurite.metric;

import dev.neurite.loss.Targets;
import org.jspecify.annotations.Nullable;

/// A metric of numbers.
interface OfNumbers extends Metric {
    @Override
    default @Nullable String problem(float[] target, int offset, int targets, int outputs) {
        return Targets.finite(target, offset, targets);
    }
}
