package dev.neurite.textbook;

import static java.lang.Math.max;

/// Multi-class margin: every other class should lie below the right one, `t[0] = k`, by the margin d. With K classes:
///
/// ```text
/// l      = (1/K) Σ_{j≠k} max(0, d − zₖ + zⱼ)
/// ∂l/∂zⱼ = 1/K where d − zₖ + zⱼ > 0, else 0          j ≠ k
/// ∂l/∂zₖ = −Σ_{j≠k} ∂l/∂zⱼ
/// ```
record HingeLoss(double margin) implements RowLoss {
    @Override
    public double value(double[] z, double[] t) {
        int k = SoftmaxLoss.classOf(t, z.length);
        double sum = 0;
        for (int j = 0; j < z.length; j++) {
            sum += j == k ? 0 : max(0, margin - z[k] + z[j]);
        }
        return sum / z.length;
    }

    @Override
    public double[] gradient(double[] z, double[] t) {
        int k = SoftmaxLoss.classOf(t, z.length);
        double[] gradient = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            if (j != k && margin - z[k] + z[j] > 0) {
                gradient[j] += 1.0 / z.length;
                gradient[k] -= 1.0 / z.length;
            }
        }
        return gradient;
    }
}
