package dev.neurite.textbook;

import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.max;

import java.util.Arrays;

/// Cross-entropy between the softmax of the logits and one class: with `t[0] = k`,
///
/// ```text
/// l     = −log softmax(z)ₖ = log Σⱼ exp zⱼ − zₖ
/// ∂l/∂z = softmax(z) − eₖ          eₖ is 1 at k and 0 elsewhere
/// ```
///
/// `log Σⱼ exp zⱼ = m + log Σⱼ exp(zⱼ − m)` for every m; with m the largest z nothing overflows (log-sum-exp).
record SoftmaxLoss() implements RowLoss {
    @Override
    public double value(double[] z, double[] t) {
        return logSumExp(z) - z[classOf(t, z.length)];
    }

    @Override
    public double[] gradient(double[] z, double[] t) {
        double normalizer = logSumExp(z);
        double[] gradient = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            gradient[j] = exp(z[j] - normalizer);
        }
        gradient[classOf(t, z.length)] -= 1;
        return gradient;
    }

    /// `log Σⱼ exp zⱼ`
    private static double logSumExp(double[] z) {
        double m = Double.NEGATIVE_INFINITY;
        for (double zj : z) {
            m = max(m, zj);
        }
        double sum = 0;
        for (double zj : z) {
            sum += exp(zj - m);
        }
        return m + log(sum);
    }

    private static int classOf(double[] t, int classes) {
        int k = (int) t[0];
        if (t.length != 1 || k != t[0] || k < 0 || k >= classes) {
            throw new IllegalArgumentException(
                    "target must be one class index k with 0 <= k < " + classes + ", got " + Arrays.toString(t));
        }
        return k;
    }
}
