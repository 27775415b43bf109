package dev.neurite.optimize;

import dev.neurite.parameter.Layout;

/// Scales the gradient by `maximum / norm` when its Euclidean norm is larger.
///
/// @param maximum largest norm, positive
record ClipByGlobalNorm(double maximum) implements GradientTransform {
    ClipByGlobalNorm {
        Constants.requirePositive("clipByGlobalNorm.maximum", maximum);
    }

    @Override
    public void apply(float[] gradients, Layout layout) {
        ClipByNorm.scale(gradients, 0, gradients.length, maximum);
    }
}
