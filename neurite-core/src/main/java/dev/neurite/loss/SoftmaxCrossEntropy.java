package dev.neurite.loss;

import dev.neurite.kernels.Kernels;
import dev.neurite.parameter.Rows;
import java.util.Arrays;
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
        double loss = distances(rows, logits, targets, weights, delta);
        Kernels.best().exp(delta.data(), delta.offset(), delta.data(), delta.offset(), rows * delta.stride());
        double scale = 1 / Weights.sum(weights, rows);
        double smoothing = labelSmoothing / delta.columns();
        double product = 1;
        for (int row = 0; row < rows; row++) {
            double weight = Weights.of(weights, row);
            double sum = Softmax.sum(delta.data(), delta.row(row), delta.columns());
            if (weight == 1 && product < LARGE) {
                product *= sum;
            } else {
                loss += weight * StrictMath.log(sum);
            }
            gradient(delta, row, (int) targets.at(row, 0), weight * scale / sum, weight * scale, smoothing);
        }
        return scale * (loss + StrictMath.log(product));
    }

    /// Writes `z − max z` of each row, and −∞ into the padding, whose exponential is 0.
    ///
    /// @return by how much the logits that are aimed at lie below the largest one, weighted and summed over the
    /// rows
    private double distances(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        if (delta.stride() > delta.columns()) {
            Arrays.fill(delta.data(), delta.offset(), delta.row(rows), Float.NEGATIVE_INFINITY);
        }
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            int from = logits.row(row);
            float maximum = Softmax.maximum(logits.data(), from, logits.columns());
            Softmax.subtract(maximum, logits.data(), from, delta.data(), delta.row(row), logits.columns());
            sum += Weights.of(weights, row) * (maximum - aimedAt(logits, from, (int) targets.at(row, 0)));
        }
        return sum;
    }

    private double aimedAt(Rows logits, int start, int k) {
        double own = logits.data()[start + k];
        if (labelSmoothing == 0) {
            return own;
        }
        double mean = Softmax.sum(logits.data(), start, logits.columns()) / logits.columns();
        return (1 - labelSmoothing) * own + labelSmoothing * mean;
    }

    /// Turns the exponentials of a row into the gradient.
    ///
    /// @param scale     what makes a softmax of them, times `share`
    /// @param share     of the row in the mean loss
    /// @param smoothing probability that each class is aimed at
    private void gradient(Rows delta, int row, int k, double scale, double share, double smoothing) {
        float[] data = delta.data();
        int start = delta.row(row);
        double own = data[start + k] * scale - share * (smoothing + 1 - labelSmoothing);
        if (delta.columns() == 2) { // as in Softmax, without a loop
            int other = start + 1 - k;
            data[other] = Weights.delta(data[other] * scale - share * smoothing);
        } else {
            for (int j = 0; j < delta.columns(); j++) {
                data[start + j] = Weights.delta(data[start + j] * scale - share * smoothing);
            }
        }
        data[start + k] = Weights.delta(own);
    }
}
