package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// Cross-entropy between predicted and true probabilities: `l = −Σⱼ tⱼ log pⱼ`, with gradient `−tⱼ/pⱼ`.
/// Keras' `CategoricalCrossentropy`.
///
/// It takes probabilities that a softmax layer has made, where [SoftTargetCrossEntropy] takes logits; both give the
/// same loss, this one with less accuracy where p is small. Probabilities below 2⁻¹⁰⁰ count as 2⁻¹⁰⁰. The target of a
/// row has as many probabilities as the network has outputs; they sum to 1: a one-hot row for a class.
public record CategoricalCrossEntropy() implements OfDistribution {
    @Override
    public String name() {
        return "categorical cross-entropy";
    }

    @Override
    public Link link() {
        return Link.IDENTITY;
    }

    @Override
    public Outputs outputs() {
        return Outputs.PROBABILITIES;
    }

    @Override
    public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        double weightSum = Weights.sum(weights, rows);
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            double share = Weights.of(weights, row) / weightSum;
            for (int j = 0; j < logits.columns(); j++) {
                double p = Weights.probability(logits.at(row, j));
                double t = targets.at(row, j);
                loss -= t == 0 ? 0 : share * t * StrictMath.log(p);
                delta.data()[delta.row(row) + j] = Weights.delta(-share * t / p);
            }
            Weights.clearPadding(delta.data(), delta.row(row), delta.columns(), delta.stride());
        }
        return loss;
    }
}
