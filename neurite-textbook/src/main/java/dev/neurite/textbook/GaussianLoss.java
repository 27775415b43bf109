package dev.neurite.textbook;

import static java.lang.Math.abs;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.log1p;
import static java.lang.Math.max;

/// Negative log-likelihood of a normal distribution, without its constant `½ log 2π`. The outputs are pairs (m, s), one
/// for each of the n targets: the mean and what softplus makes the variance of.
///
/// ```text
/// v     = log(1 + exp s) + 10⁻⁶
/// l     = (1/n) Σ ½(log v + (m − t)²/v)
/// ∂l/∂m = (1/n)(m − t)/v
/// ∂l/∂s = (1/n)·½(1/v − (m − t)²/v²)·dv/ds          dv/ds = 1/(1 + exp(−s))
/// ```
record GaussianLoss() implements RowLoss {
    @Override
    public double value(double[] z, double[] t) {
        double sum = 0;
        for (int j = 0; j < t.length; j++) {
            double e = z[2 * j] - t[j];
            double v = variance(z[2 * j + 1]);
            sum += 0.5 * (log(v) + e * e / v);
        }
        return sum / t.length;
    }

    @Override
    public double[] gradient(double[] z, double[] t) {
        double[] gradient = new double[z.length];
        for (int j = 0; j < t.length; j++) {
            double e = z[2 * j] - t[j];
            double s = z[2 * j + 1];
            double v = variance(s);
            gradient[2 * j] = e / v / t.length;
            gradient[2 * j + 1] = 0.5 * (1 / v - e * e / (v * v)) / (1 + exp(-s)) / t.length;
        }
        return gradient;
    }

    /// v, with no exp that overflows
    static double variance(double s) {
        return max(s, 0) + log1p(exp(-abs(s))) + 1e-6;
    }
}
