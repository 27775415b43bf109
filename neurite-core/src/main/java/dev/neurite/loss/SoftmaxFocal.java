package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// Focal loss of one class of several: cross-entropy that counts what is known already for little. With the probability
/// p of the class k,
///
/// ```text
/// p     = softmax(z)ₖ
/// l     = −(1 − p)^gamma · log p
/// ∂l/∂z = (1 − p)^gamma · (gamma · p · log p / (1 − p) − 1) · (eₖ − softmax(z))
/// ```
///
/// Lin et al. 2017, "Focal loss for dense object detection", equation 4. The target of a row is the class index.
///
/// @param gamma how much less what is known counts, not negative; 0 gives cross-entropy
public record SoftmaxFocal(double gamma) implements OfClass {
    /// Checks gamma.
    public SoftmaxFocal {
        requireGamma("SoftmaxFocal", gamma);
    }

    static void requireGamma(String loss, double gamma) {
        if (!(gamma >= 0 && gamma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(loss + ".gamma must be finite and not negative, got " + gamma);
        }
    }

    @Override
    public String name() {
        return "softmax focal loss";
    }

    @Override
    public Link link() {
        return Link.SOFTMAX;
    }

    @Override
    public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        Softmax.exponentials(rows, logits, delta);
        double weightSum = Weights.sum(weights, rows);
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            double share = Weights.of(weights, row) / weightSum;
            int k = (int) targets.at(row, 0);
            double others = others(delta, row, k);
            double sum = others + delta.at(row, k);
            double maximum = Softmax.maximum(logits.data(), logits.row(row), logits.columns());
            // −log p; where p is almost 1 the difference would lose its digits
            double surprise = others < 0.5
                    ? StrictMath.log1p(others / delta.at(row, k))
                    : StrictMath.log(sum) + maximum - logits.at(row, k);
            double power = power(others / sum);
            loss += share * power * surprise;
            double ratio = others == 0 ? 1 : surprise / (others / sum);
            gradient(delta, row, k, sum, share * power * (gamma * (delta.at(row, k) / sum) * ratio + 1));
        }
        return loss;
    }

    /// `q^gamma`, by logarithms, since `StrictMath.pow` allocates until it is compiled.
    private double power(double q) {
        return gamma == 0 ? 1 : q == 0 ? 0 : StrictMath.exp(gamma * StrictMath.log(q));
    }

    /// Sum of the exponentials of all classes but k.
    private static double others(Rows exponentials, int row, int k) {
        double sum = 0;
        for (int j = 0; j < exponentials.columns(); j++) {
            sum += j == k ? 0 : exponentials.at(row, j);
        }
        return sum;
    }

    /// `factor · (softmax(z) − eₖ)`
    private static void gradient(Rows delta, int row, int k, double sum, double factor) {
        float[] data = delta.data();
        int start = delta.row(row);
        double others = others(delta, row, k);
        for (int j = 0; j < delta.columns(); j++) {
            data[start + j] = Weights.delta(factor * (j == k ? -others : data[start + j]) / sum);
        }
        Weights.clearPadding(data, start, delta.columns(), delta.stride());
    }
}
