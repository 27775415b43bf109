package dev.neurite.textbook;

import static java.lang.Math.log;

/// Negative log-likelihood of one class by predicted probabilities: with `t[0] = k`,
///
/// ```text
/// l      = −log pₖ
/// ∂l/∂pⱼ = −1/pₖ where j = k, else 0
/// ```
record LikelihoodLoss() implements RowLoss {
    @Override
    public double value(double[] p, double[] t) {
        return -log(p[SoftmaxLoss.classOf(t, p.length)]);
    }

    @Override
    public double[] gradient(double[] p, double[] t) {
        int k = SoftmaxLoss.classOf(t, p.length);
        double[] gradient = new double[p.length];
        gradient[k] = -1 / p[k];
        return gradient;
    }
}
