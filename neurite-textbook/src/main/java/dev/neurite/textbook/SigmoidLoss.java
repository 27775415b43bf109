package dev.neurite.textbook;

import static java.lang.Math.abs;
import static java.lang.Math.exp;
import static java.lang.Math.log1p;
import static java.lang.Math.max;

/// Cross-entropy between the sigmoid s of each logit and a probability t, mean over the m outputs:
///
/// ```text
/// l      = (1/m) Σⱼ −tⱼ log s(zⱼ) − (1 − tⱼ) log(1 − s(zⱼ))
///        = (1/m) Σⱼ max(zⱼ, 0) − zⱼ·tⱼ + log(1 + exp(−|zⱼ|))
/// ∂l/∂zⱼ = (1/m)(s(zⱼ) − tⱼ)
///        = (1/m)((1 − tⱼ)·s(zⱼ) − tⱼ·s(−zⱼ))
/// ```
///
/// The second line is the first with `log s(z) = −log(1 + exp(−z))`, arranged so that nothing overflows. The fourth is
/// the third with `1 − s(z) = s(−z)`: where s(z) is almost t, their difference would lose all its digits.
record SigmoidLoss() implements RowLoss {
    @Override
    public double value(double[] z, double[] t) {
        double sum = 0;
        for (int j = 0; j < z.length; j++) {
            sum += max(z[j], 0) - z[j] * t[j] + log1p(exp(-abs(z[j])));
        }
        return sum / z.length;
    }

    @Override
    public double[] gradient(double[] z, double[] t) {
        double[] gradient = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            gradient[j] = ((1 - t[j]) * s(z[j]) - t[j] * s(-z[j])) / z.length;
        }
        return gradient;
    }

    /// `s(z) = 1 / (1 + exp(−z))`, right even where exp overflows, since 1/∞ is 0.
    private static double s(double z) {
        return 1 / (1 + exp(-z));
    }
}
