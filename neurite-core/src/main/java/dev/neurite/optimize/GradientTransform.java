package dev.neurite.optimize;

import dev.neurite.parameter.Layout;

/// An edit of the whole gradient before the optimizer sees it, such as clipping.
@FunctionalInterface
public interface GradientTransform {
    /// Edits the gradient in place; padding must stay zero.
    ///
    /// @param gradients gradient by each parameter; modified
    /// @param layout    where each parameter stands
    void apply(float[] gradients, Layout layout);

    /// Limits each number of the gradient to −`limit` … `limit`.
    static GradientTransform clipByValue(double limit) {
        return new ClipByValue(limit);
    }

    /// Scales the gradient of each weight matrix and each bias down to the norm `maximum` when it is longer.
    static GradientTransform clipByNorm(double maximum) {
        return new ClipByNorm(maximum);
    }

    /// Scales the gradient down to the norm `maximum` when it is longer. Pascanu, Mikolov, Bengio 2013.
    static GradientTransform clipByGlobalNorm(double maximum) {
        return new ClipByGlobalNorm(maximum);
    }
}
