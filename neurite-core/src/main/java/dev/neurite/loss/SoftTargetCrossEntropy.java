package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// Cross-entropy between a softmax and a distribution: `l = −Σⱼ tⱼ log softmax(z)ⱼ`, with gradient `softmax(z) − t`.
/// Hinton, Vinyals and Dean 2015, "Distilling the knowledge in a neural network", section 2.
///
/// The target of a row has as many probabilities as the network has outputs; they sum to 1. A one-hot row gives the
/// same as [SoftmaxCrossEntropy] with the class. Label smoothing ε takes `(1 − ε)·tⱼ + ε/K` for tⱼ.
///
/// @param labelSmoothing ε, in [0, 1)
public record SoftTargetCrossEntropy(double labelSmoothing) implements OfDistribution {
    /// Checks the smoothing.
    public SoftTargetCrossEntropy {
        Weights.requireSmoothing("SoftTargetCrossEntropy", labelSmoothing);
    }

    /// With another label smoothing.
    public SoftTargetCrossEntropy withLabelSmoothing(double value) {
        return new SoftTargetCrossEntropy(value);
    }

    @Override
    public String name() {
        return "cross-entropy of probabilities";
    }

    @Override
    public Link link() {
        return Link.SOFTMAX;
    }

    @Override
    public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        return SoftTargets.evaluate(labelSmoothing, rows, logits, targets, weights, delta);
    }
}
