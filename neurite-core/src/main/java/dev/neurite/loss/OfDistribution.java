package dev.neurite.loss;

import org.jspecify.annotations.Nullable;

/// A loss whose target is a probability for each output, which sum to 1.
sealed interface OfDistribution extends Loss permits CategoricalCrossEntropy, KullbackLeibler, SoftTargetCrossEntropy {
    @Override
    default int targets(int outputs) {
        return outputs;
    }

    @Override
    default @Nullable String problem(float[] target, int offset, int outputs) {
        return Targets.distribution(target, offset, outputs);
    }
}
