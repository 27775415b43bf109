package dev.neurite.textbook;

import dev.neurite.activation.Activation;
import dev.neurite.loss.Link;

/// What makes a prediction of the logits of one row, `p = g(z)`, and all its derivatives.
public interface OutputFunction {
    /// `p = g(z)`.
    ///
    /// @param z logits (outputs)
    /// @return prediction (outputs)
    double[] value(double[] z);

    /// The Jacobian (outputs, outputs): row i, column j is `∂pᵢ/∂zⱼ`.
    ///
    /// @param z logits (outputs)
    double[][] jacobian(double[] z);

    /// `p = z`.
    static OutputFunction identity() {
        return elementwise(Activation.identity());
    }

    /// `pᵢ = exp zᵢ / Σₖ exp zₖ`.
    static OutputFunction softmax() {
        return new Softmax();
    }

    /// `pᵢ = f(zᵢ)`.
    static OutputFunction elementwise(Activation activation) {
        return new Elementwise(activation);
    }

    /// What a model of the engine applies to its logits.
    static OutputFunction of(Link link) {
        return switch (link) {
            case IDENTITY -> identity();
            case SOFTMAX -> softmax();
            case SIGMOID -> elementwise(Activation.sigmoid());
            case GAUSSIAN -> new MeanAndVariance();
            case EXP -> elementwise(Activation.custom("exp", Math::exp, Math::exp));
        };
    }
}
