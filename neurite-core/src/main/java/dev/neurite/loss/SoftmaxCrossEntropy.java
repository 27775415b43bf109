package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// Cross-entropy between a softmax and a class: `l = log Σⱼ exp zⱼ − zₖ` for class k, with gradient
/// `softmax(z) − eₖ`. Bridle 1990, "Probabilistic interpretation of feedforward classification network outputs".
///
/// The maximum is subtracted before `exp` (log-sum-exp), so logits of any size
/// are safe. The target of a row is one number, the class index 0 … outputs − 1.
///
/// With label smoothing ε, the class has only `1 − ε` of the probability that is aimed at, and all K classes share the
/// rest: `l = log Σⱼ exp zⱼ − (1 − ε)·zₖ − (ε/K)·Σⱼ zⱼ`. Szegedy et al. 2016, "Rethinking the Inception architecture",
/// section 7.
///
/// @param labelSmoothing ε, in [0, 1)
public record SoftmaxCrossEntropy(double labelSmoothing) implements OfClass {
    /// Rows share a logarithm while the product of their sums, each from 1 to the number of classes, is below this.
    private static final double LARGE = 0x1.0p900;

    /// Checks the smoothing.
    public SoftmaxCrossEntropy {
        Weights.requireSmoothing("SoftmaxCrossEntropy", labelSmoothing);
    }

    /// Without label smoothing.
    public SoftmaxCrossEntropy() {
        this(0);
    }

    /// With another label smoothing.
    public SoftmaxCrossEntropy withLabelSmoothing(double value) {
        return new SoftmaxCrossEntropy(value);
    }

    @Override
    public String name() {
        return "softmax cross-entropy";
    }

    @Override
    public Link link() {
        return Link.SOFTMAX;
    }

    @Override
    public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        Softmax.exponentials(rows, logits, delta);
        double scale = 1 / Weights.sum(weights, rows);
        double product = 1;
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            double weight = Weights.of(weights, row);
            int k = (int) targets.at(row, 0);
            double sum = Softmax.sum(delta.data(), delta.row(row), delta.columns());
            loss += weight * distance(logits, row, k);
            if (weight == 1 && product < LARGE) {
                product *= sum;
            } else {
                loss += weight * StrictMath.log(sum);
            }
            gradient(delta, row, k, sum, weight * scale);
        }
        return scale * (loss + StrictMath.log(product));
    }

    /// How far the logits that are aimed at lie below the largest one.
    private double distance(Rows logits, int row, int k) {
        float[] data = logits.data();
        int start = logits.row(row);
        double maximum = Softmax.maximum(data, start, logits.columns());
        double own = maximum - data[start + k];
        if (labelSmoothing == 0) {
            return own;
        }
        double all = logits.columns() * maximum - Softmax.sum(data, start, logits.columns());
        return (1 - labelSmoothing) * own + labelSmoothing / logits.columns() * all;
    }

    private void gradient(Rows delta, int row, int k, double sum, double share) {
        float[] data = delta.data();
        int start = delta.row(row);
        double scale = share / sum;
        double everywhere = share * labelSmoothing / delta.columns();
        double own = data[start + k] * scale - everywhere - share * (1 - labelSmoothing);
        for (int j = 0; j < delta.columns(); j++) {
            data[start + j] = Weights.delta(data[start + j] * scale - everywhere);
        }
        data[start + k] = Weights.delta(own);
        Weights.clearPadding(data, start, delta.columns(), delta.stride());
    }
}
