package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// Divergence of a softmax from a distribution: `l = Σⱼ tⱼ (log tⱼ − log softmax(z)ⱼ)`, with gradient `softmax(z) − t`.
///
/// That is [SoftTargetCrossEntropy] less the entropy of the target, so that the best loss is 0. The target of a row has
/// as many probabilities as the network has outputs; they sum to 1. Kullback and Leibler 1951.
public record KullbackLeibler() implements OfDistribution {
    @Override
    public String name() {
        return "Kullback-Leibler divergence";
    }

    @Override
    public Link link() {
        return Link.SOFTMAX;
    }

    @Override
    public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        double crossEntropy = SoftTargets.evaluate(0, rows, logits, targets, weights, delta);
        return crossEntropy - entropy(rows, targets, weights);
    }

    /// The mean entropy of the targets.
    private static double entropy(int rows, Rows targets, float @Nullable [] weights) {
        double weightSum = Weights.sum(weights, rows);
        double entropy = 0;
        for (int row = 0; row < rows; row++) {
            double share = Weights.of(weights, row) / weightSum;
            for (int j = 0; j < targets.columns(); j++) {
                double t = targets.at(row, j);
                entropy -= t == 0 ? 0 : share * t * StrictMath.log(t);
            }
        }
        return entropy;
    }
}
