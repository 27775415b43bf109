package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// Negative log-likelihood of a class by predicted probabilities: `l = −log pₖ`, with gradient `−1/pₖ` at k,
/// 0 elsewhere. Keras' `SparseCategoricalCrossentropy`.
///
/// It takes probabilities that a softmax layer has made, where [SoftmaxCrossEntropy] takes logits; both give the same
/// loss, this one with less accuracy where p is small. Probabilities below 2⁻¹⁰⁰ count as 2⁻¹⁰⁰. The target of a row
/// is the class index.
public record NegativeLogLikelihood() implements OfClass {
    @Override
    public String name() {
        return "negative log-likelihood";
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
            int k = (int) targets.at(row, 0);
            double p = Weights.probability(logits.at(row, k));
            loss -= share * StrictMath.log(p);
            Weights.clearPadding(delta.data(), delta.row(row), 0, delta.stride());
            delta.data()[delta.row(row) + k] = Weights.delta(-share / p);
        }
        return loss;
    }
}
