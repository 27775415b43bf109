package dev.neurite.textbook;

import static java.lang.Math.max;

import java.util.List;

/// Pinball loss of Q quantiles at once. Output `j·Q + i` is the quantile qᵢ of target j; with m outputs and
/// `e = tⱼ − z` of each:
///
/// ```text
/// l     = (1/m) Σ max(q·e, (q − 1)·e)
/// ∂l/∂z = (1/m)·(−q where e > 0, 1 − q where e < 0, 0 where e = 0)
/// ```
record QuantileLoss(List<Double> quantiles) implements RowLoss {
    @Override
    public double value(double[] z, double[] t) {
        double sum = 0;
        for (int o = 0; o < z.length; o++) {
            double q = quantiles.get(o % quantiles.size());
            double e = t[o / quantiles.size()] - z[o];
            sum += max(q * e, (q - 1) * e);
        }
        return sum / z.length;
    }

    @Override
    public double[] gradient(double[] z, double[] t) {
        double[] gradient = new double[z.length];
        for (int o = 0; o < z.length; o++) {
            double q = quantiles.get(o % quantiles.size());
            double e = t[o / quantiles.size()] - z[o];
            gradient[o] = (e > 0 ? -q : e < 0 ? 1 - q : 0) / z.length;
        }
        return gradient;
    }
}
