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
/// ```
///
/// The second line is the first with `log s(z) = −log(1 + exp(−z))`, arranged so that nothing overflows. In the third,
/// `s(z) = 1 / (1 + exp(−z))` is right even where exp overflows, since 1/∞ is 0.
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
            double s = 1 / (1 + exp(-z[j]));
            gradient[j] = (s - t[j]) / z.length;
        }
        return gradient;
    }
}
