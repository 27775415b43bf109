package dev.neurite.textbook;

import static java.lang.Math.log;

/// Divergence of the softmax of the logits from probabilities t:
///
/// ```text
/// l     = Σⱼ tⱼ (log tⱼ − log softmax(z)ⱼ)
/// ∂l/∂z = softmax(z) − t
/// ```
///
/// Terms with tⱼ = 0 are 0. The entropy of t has no z: the gradient is that of [SoftTargetLoss].
record KullbackLeiblerLoss() implements RowLoss {
    @Override
    public double value(double[] z, double[] t) {
        double sum = new SoftTargetLoss(0).value(z, t);
        for (double tj : t) {
            sum += tj == 0 ? 0 : tj * log(tj);
        }
        return sum;
    }

    @Override
    public double[] gradient(double[] z, double[] t) {
        return new SoftTargetLoss(0).gradient(z, t);
    }
}
