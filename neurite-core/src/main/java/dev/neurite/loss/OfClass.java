package dev.neurite.loss;

import org.jspecify.annotations.Nullable;

/// A loss whose target is one number, the index of a class.
sealed interface OfClass extends Loss permits Hinge, NegativeLogLikelihood, SoftmaxCrossEntropy, SoftmaxFocal {
    @Override
    default int targets(int outputs) {
        return 1;
    }

    @Override
    default @Nullable String problem(float[] target, int offset, int outputs) {
        return Targets.classIndex(target, offset, outputs);
    }
}
