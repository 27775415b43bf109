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
///
/// Label smoothing ε aims at `q = (1 − ε)·eₖ + ε/K` over the K classes instead of eₖ:
///
/// ```text
/// l     = log Σⱼ exp zⱼ − Σⱼ qⱼ zⱼ
/// ∂l/∂z = softmax(z) − q
/// ```
record SoftmaxLoss(double labelSmoothing) implements RowLoss {
    @Override
    public double value(double[] z, double[] t) {
        double[] q = aim(t, z.length);
        double sum = logSumExp(z);
        for (int j = 0; j < z.length; j++) {
            sum -= q[j] * z[j];
        }
        return sum;
    }

    @Override
    public double[] gradient(double[] z, double[] t) {
        double[] q = aim(t, z.length);
        double normalizer = logSumExp(z);
        double[] gradient = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            gradient[j] = exp(z[j] - normalizer) - q[j];
        }
        return gradient;
    }

    /// q
    private double[] aim(double[] t, int classes) {
        double[] q = new double[classes];
        Arrays.fill(q, labelSmoothing / classes);
        q[classOf(t, classes)] += 1 - labelSmoothing;
        return q;
    }

    /// `log Σⱼ exp zⱼ`
    static double logSumExp(double[] z) {
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

    static int classOf(double[] t, int classes) {
        int k = (int) t[0];
        if (t.length != 1 || k != t[0] || k < 0 || k >= classes) {
            throw new IllegalArgumentException(
                    "target must be one class index k with 0 <= k < " + classes + ", got " + Arrays.toString(t));
        }
        return k;
    }
}
