package dev.neurite.metric;

import org.jspecify.annotations.Nullable;

/// A metric of a class, or of several yes or no, each a probability.
interface OfClasses extends Metric {
    @Override
    default @Nullable String problem(float[] target, int offset, int targets, int outputs) {
        if (Shapes.areClasses(outputs, targets)) {
            float k = target[offset];
            return k >= 0 && k < outputs && k == (int) k
                    ? null
                    : "class index must be a whole number k with 0 <= k < " + outputs + ", got " + k;
        }
        for (int j = offset; j < offset + targets; j++) {
            if (!(target[j] >= 0 && target[j] <= 1)) {
                return "target probability must be in [0, 1], got " + target[j];
            }
        }
        return null;
    }
}
