package dev.neurite.loss;

import org.jspecify.annotations.Nullable;

/// A loss of predictions as they are, whose targets are any numbers.
sealed interface OfNumbers extends Loss
        permits Huber, LogCosh, MeanAbsoluteError, MeanSquaredError, Quantile, SmoothL1 {
    @Override
    default Link link() {
        return Link.IDENTITY;
    }

    @Override
    default Outputs outputs() {
        return Outputs.VALUES;
    }

    @Override
    default @Nullable String problem(float[] target, int offset, int outputs) {
        return Targets.finite(target, offset, targets(outputs));
    }
}
