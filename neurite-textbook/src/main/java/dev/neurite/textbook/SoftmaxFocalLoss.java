package dev.neurite.textbook;

import static java.lang.Math.exp;
import static java.lang.Math.log1p;
import static java.lang.Math.min;
import static java.lang.Math.pow;

/// Focal loss of one class of several. With `p = softmax(z)`, `t[0] = k` and `q = 1 − pₖ`:
///
/// ```text
/// l      = −q^γ·log pₖ
/// ∂l/∂zⱼ = (γ·q^(γ−1)·pₖ·log pₖ − q^γ)·(δⱼₖ − pⱼ)         δⱼₖ is 1 for j = k, else 0
/// ```
///
/// since `∂pₖ/∂zⱼ = pₖ(δⱼₖ − pⱼ)`. Where pₖ is almost 1, q is the sum of the other probabilities and
/// `log pₖ = log(1 − q)`.
record SoftmaxFocalLoss(double gamma) implements RowLoss {
    @Override
    public double value(double[] z, double[] t) {
        int k = SoftmaxLoss.classOf(t, z.length);
        double q = others(z, k);
        return -pow(q, gamma) * logarithm(z, k, q);
    }

    @Override
    public double[] gradient(double[] z, double[] t) {
        int k = SoftmaxLoss.classOf(t, z.length);
        double normalizer = SoftmaxLoss.logSumExp(z);
        double q = others(z, k);
        // γ·q^(γ−1)·pₖ·log pₖ is 0·∞ for q = 0 and γ < 1; log(1 − q)/q tends to −1 there
        double ratio = q == 0 ? -1 : logarithm(z, k, q) / q;
        double factor = pow(q, gamma) * (gamma * (1 - q) * ratio - 1);
        double[] gradient = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            gradient[j] = factor * (j == k ? q : -exp(z[j] - normalizer));
        }
        return gradient;
    }

    /// `q = Σ_{j≠k} pⱼ`
    private static double others(double[] z, int k) {
        double normalizer = SoftmaxLoss.logSumExp(z);
        double sum = 0;
        for (int j = 0; j < z.length; j++) {
            sum += j == k ? 0 : exp(z[j] - normalizer);
        }
        return min(sum, 1);
    }

    /// `log pₖ`
    private static double logarithm(double[] z, int k, double q) {
        return q < 0.5 ? log1p(-q) : z[k] - SoftmaxLoss.logSumExp(z);
    }
}
