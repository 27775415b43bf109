package dev.neurite.optimize;

import dev.neurite.parameter.Layout;

/// Limits each number of the gradient: `g ← max(−limit, min(limit, g))`. It changes the direction of the gradient too.
///
/// @param limit largest magnitude, positive
record ClipByValue(double limit) implements GradientTransform {
    ClipByValue {
        Constants.requirePositiveFloat("clipByValue.limit", limit);
    }

    @Override
    public void apply(float[] gradients, Layout layout) {
        float bound = (float) limit;
        for (int i = 0; i < gradients.length; i++) {
            gradients[i] = Math.max(-bound, Math.min(bound, gradients[i]));
        }
    }
}
