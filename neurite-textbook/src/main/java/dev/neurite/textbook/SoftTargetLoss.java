package dev.neurite.textbook;

import static java.lang.Math.exp;

/// Cross-entropy between the softmax of the logits and probabilities t, of which label smoothing ε makes
/// `q = (1 − ε)·t + ε/K` over the K classes:
///
/// ```text
/// l      = −Σⱼ qⱼ log softmax(z)ⱼ = Σⱼ qⱼ (log Σᵢ exp zᵢ − zⱼ)
/// ∂l/∂zⱼ = softmax(z)ⱼ·Σᵢ qᵢ − qⱼ
/// ```
///
/// The sum of q is 1 but for the rounding of t.
record SoftTargetLoss(double labelSmoothing) implements RowLoss {
    @Override
    public double value(double[] z, double[] t) {
        double normalizer = SoftmaxLoss.logSumExp(z);
        double sum = 0;
        for (int j = 0; j < z.length; j++) {
            sum += q(t, j) * (normalizer - z[j]);
        }
        return sum;
    }

    @Override
    public double[] gradient(double[] z, double[] t) {
        double normalizer = SoftmaxLoss.logSumExp(z);
        double total = 0;
        for (int j = 0; j < z.length; j++) {
            total += q(t, j);
        }
        double[] gradient = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            gradient[j] = exp(z[j] - normalizer) * total - q(t, j);
        }
        return gradient;
    }

    private double q(double[] t, int j) {
        return (1 - labelSmoothing) * t[j] + labelSmoothing / t.length;
    }
}
