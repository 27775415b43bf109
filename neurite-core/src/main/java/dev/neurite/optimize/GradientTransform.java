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

    /// Limits each number of the gradient: `g ← max(−limit, min(limit, g))`. `torch.nn.utils.clip_grad_value_`.
    static GradientTransform clipByValue(double limit) {
        return new ClipByValue(limit);
    }

    /// Scales the gradient of each weight matrix and each bias down to the norm `maximum` when it is longer:
    /// `g ← g·min(1, maximum/‖g‖)` for each. Keras' `clipnorm`.
    static GradientTransform clipByNorm(double maximum) {
        return new ClipByNorm(maximum);
    }

    /// Scales the gradient down to the norm `maximum` when it is longer: `g ← g·min(1, maximum/‖g‖)` for all at
    /// once. Pascanu, Mikolov and Bengio 2013, "On the difficulty of training recurrent neural networks", algorithm
    /// 1.
    static GradientTransform clipByGlobalNorm(double maximum) {
        return new ClipByGlobalNorm(maximum);
    }
}
