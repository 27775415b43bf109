package dev.neurite.metric;

import dev.neurite.loss.Targets;
import org.jspecify.annotations.Nullable;

/// A metric of a class, or of several yes or no, each a probability.
interface OfClasses extends Metric {
    @Override
    default @Nullable String problem(float[] target, int offset, int targets, int outputs) {
        return Shapes.areClasses(outputs, targets)
                ? Targets.classIndex(target, offset, outputs)
                : Targets.probabilities(target, offset, targets);
    }
}
