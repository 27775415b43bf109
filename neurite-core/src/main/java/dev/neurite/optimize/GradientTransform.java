package dev.neurite.optimize;

/// An edit of the whole gradient before the optimizer sees it, such as clipping.
@FunctionalInterface
public interface GradientTransform {
    /// Edits the gradient in place; padding must stay zero.
    void apply(float[] gradients);

    /// Scales the gradient down to the norm `maximum` when it is longer. Pascanu, Mikolov, Bengio 2013.
    static GradientTransform clipByGlobalNorm(double maximum) {
        return new ClipByGlobalNorm(maximum);
    }
}
