package dev.neurite.textbook;

import static java.lang.Math.abs;
import static java.lang.Math.exp;
import static java.lang.Math.log1p;
import static java.lang.Math.max;

import java.util.List;

/// Cross-entropy between the sigmoid s of each logit and a probability t, mean over the m outputs. With the weight wⱼ
/// of a target of 1 (1 where none are given):
///
/// ```text
/// l      = (1/m) Σⱼ −wⱼ·tⱼ·log s(zⱼ) − (1 − tⱼ) log(1 − s(zⱼ))
/// ∂l/∂zⱼ = (1/m)((1 − tⱼ)·s(zⱼ) − wⱼ·tⱼ·s(−zⱼ))          which is (1/m)(s(zⱼ) − tⱼ) for wⱼ = 1
/// ```
///
/// `log s(z) = −log(1 + exp(−z)) = −max(−z, 0) − log(1 + exp(−|z|))` and `1 − s(z) = s(−z)`: nothing overflows, and
/// where s(z) is almost t their difference would lose all its digits. Label smoothing ε takes `(1 − ε)·t + ε/2` for t.
record SigmoidLoss(double labelSmoothing, List<Double> positiveWeights) implements RowLoss {
    @Override
    public double value(double[] z, double[] t) {
        double sum = 0;
        for (int j = 0; j < z.length; j++) {
            sum -= weight(j) * aim(t[j]) * logOfS(z[j]) + (1 - aim(t[j])) * logOfS(-z[j]);
        }
        return sum / z.length;
    }

    @Override
    public double[] gradient(double[] z, double[] t) {
        double[] gradient = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            gradient[j] = ((1 - aim(t[j])) * s(z[j]) - weight(j) * aim(t[j]) * s(-z[j])) / z.length;
        }
        return gradient;
    }

    private double weight(int j) {
        return positiveWeights.isEmpty() ? 1 : positiveWeights.get(j);
    }

    private double aim(double t) {
        return (1 - labelSmoothing) * t + labelSmoothing / 2;
    }

    private static double logOfS(double z) {
        return -max(-z, 0) - log1p(exp(-abs(z)));
    }

    /// `s(z) = 1 / (1 + exp(−z))`, right even where exp overflows, since 1/∞ is 0.
    private static double s(double z) {
        return 1 / (1 + exp(-z));
    }
}
