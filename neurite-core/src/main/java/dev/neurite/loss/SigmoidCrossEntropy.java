package dev.neurite.loss;

import dev.neurite.activation.Sigmoid;
import dev.neurite.activation.Softplus;
import dev.neurite.parameter.Rows;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Cross-entropy between sigmoids and probabilities, mean over the outputs of a row. Cox 1958, "The regression analysis
/// of binary sequences".
///
/// ```text
/// l      = mean_j −wⱼ·tⱼ·log sigmoid(zⱼ) − (1 − tⱼ)·log(1 − sigmoid(zⱼ))
/// ∂l/∂zⱼ = ((1 − tⱼ)·sigmoid(zⱼ) − wⱼ·tⱼ·sigmoid(−zⱼ)) / outputs
/// ```
///
/// One output is the usual loss of two classes, several are multi-label classification. The target of a row has as
/// many numbers as the network has outputs, each in [0, 1]. Label smoothing ε takes `(1 − ε)·t + ε/2` for t. With all
/// weights 1 the gradient is `(sigmoid(z) − t) / outputs`.
///
/// @param labelSmoothing  ε, in [0, 1)
/// @param positiveWeights for each output how much a target of 1 counts, a target of 0 counting 1; empty for 1
///                        everywhere. The mean is not divided by them. See `ClassWeights.positive`
public record SigmoidCrossEntropy(double labelSmoothing, List<Double> positiveWeights) implements Loss {
    /// Checks the constants.
    public SigmoidCrossEntropy {
        Weights.requireSmoothing("SigmoidCrossEntropy", labelSmoothing);
        positiveWeights = List.copyOf(positiveWeights);
        for (double weight : positiveWeights) {
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "SigmoidCrossEntropy.positiveWeights must be positive and finite, got " + weight);
            }
        }
    }

    /// Without label smoothing and weights.
    public SigmoidCrossEntropy() {
        this(0, List.of());
    }

    /// With another label smoothing.
    public SigmoidCrossEntropy withLabelSmoothing(double value) {
        return new SigmoidCrossEntropy(value, positiveWeights);
    }

    /// With other weights of targets of 1, one for each output.
    public SigmoidCrossEntropy withPositiveWeights(double... values) {
        return new SigmoidCrossEntropy(
                labelSmoothing, DoubleStream.of(values).boxed().toList());
    }

    @Override
    public String name() {
        return "sigmoid cross-entropy";
    }

    @Override
    public Link link() {
        return Link.SIGMOID;
    }

    @Override
    public int targets(int outputs) {
        if (!positiveWeights.isEmpty() && positiveWeights.size() != outputs) {
            throw new IllegalArgumentException("SigmoidCrossEntropy.positiveWeights must be one for each of " + outputs
                    + " outputs, got " + positiveWeights.size());
        }
        return outputs;
    }

    @Override
    public @Nullable String problem(float[] target, int offset, int outputs) {
        return Targets.probabilities(target, offset, outputs);
    }

    @Override
    public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        double divisor = Weights.sum(weights, rows) * logits.columns();
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            double share = Weights.of(weights, row) / divisor;
            for (int j = 0; j < logits.columns(); j++) {
                double z = logits.at(row, j);
                double t = (1 - labelSmoothing) * targets.at(row, j) + labelSmoothing / 2;
                double weight = positiveWeights.isEmpty() ? 1 : positiveWeights.get(j);
                loss += share * ((1 - t) * Softplus.of(z) + weight * t * Softplus.of(-z));
                double slope = (1 - t) * Sigmoid.of(z) - weight * t * Sigmoid.of(-z);
                delta.data()[delta.row(row) + j] = Weights.delta(share * slope);
            }
            Weights.clearPadding(delta.data(), delta.row(row), delta.columns(), delta.stride());
        }
        return loss;
    }
}
