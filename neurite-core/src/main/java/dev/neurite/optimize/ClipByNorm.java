package dev.neurite.optimize;

import dev.neurite.kernels.Kernels;
import dev.neurite.parameter.Layout;
import dev.neurite.parameter.Slot;

/// Scales the gradient of each slot by `maximum / norm` when its Euclidean norm is larger; a slot is a weight matrix, a
/// bias, a scale. Keras' `clipnorm`.
///
/// @param maximum largest norm, positive
record ClipByNorm(double maximum) implements GradientTransform {
    ClipByNorm {
        Constants.requirePositive("clipByNorm.maximum", maximum);
    }

    @Override
    public void apply(float[] gradients, Layout layout) {
        for (int i = 0; i < layout.slots().size(); i++) {
            Slot slot = layout.slots().get(i);
            scale(gradients, slot.offset(), slot.length(), maximum);
        }
    }

    static void scale(float[] gradients, int offset, int length, double maximum) {
        Kernels kernels = Kernels.best();
        double norm = Math.sqrt(kernels.sumOfSquares(gradients, offset, length));
        if (norm > maximum) {
            kernels.scale(gradients, offset, length, (float) (maximum / norm));
        }
    }
}
