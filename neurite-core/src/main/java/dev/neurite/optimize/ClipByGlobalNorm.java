package dev.neurite.optimize;

import dev.neurite.kernels.Kernels;

/// Scales the gradient by `maximum / norm` when its Euclidean norm is larger.
///
/// @param maximum largest norm, positive
record ClipByGlobalNorm(double maximum) implements GradientTransform {
    ClipByGlobalNorm {
        Constants.requirePositive("clipByGlobalNorm.maximum", maximum);
    }

    @Override
    public void apply(float[] gradients) {
        Kernels kernels = Kernels.best();
        double norm = StrictMath.sqrt(kernels.sumOfSquares(gradients, 0, gradients.length));
        if (norm > maximum) {
            kernels.scale(gradients, 0, gradients.length, (float) (maximum / norm));
        }
    }
}
