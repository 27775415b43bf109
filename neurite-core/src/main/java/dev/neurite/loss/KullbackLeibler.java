package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// Divergence of a softmax from a distribution: `l = Σⱼ tⱼ (log tⱼ − log softmax(z)ⱼ)`, with gradient `softmax(z) − t`.
///
/// That is [SoftTargetCrossEntropy] less the entropy of the target, so that the best loss is 0. The target of a row has
/// as many probabilities as the network has outputs; they sum to 1. Kullback and Leibler 1951.
public record KullbackLeibler() implements Loss {
    @Override
    public String name() {
        return "Kullback-Leibler divergence";
    }

    @Override
    public Link link() {
        return Link.SOFTMAX;
    }

    @Override
    public int targets(int outputs) {
        return outputs;
    }

    @Override
    public @Nullable String problem(float[] target, int offset, int outputs) {
        return Targets.distribution(target, offset, outputs);
    }

    @Override
    public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        Softmax.exponentials(rows, logits, delta);
        double weightSum = Weights.sum(weights, rows);
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            double share = Weights.of(weights, row) / weightSum;
            loss += share * (SoftTargets.evaluate(logits, targets, row, 0, share, delta) - entropy(targets, row));
        }
        return loss;
    }

    private static double entropy(Rows targets, int row) {
        double sum = 0;
        for (int j = 0; j < targets.columns(); j++) {
            double t = targets.at(row, j);
            sum -= t == 0 ? 0 : t * StrictMath.log(t);
        }
        return sum;
    }
}
