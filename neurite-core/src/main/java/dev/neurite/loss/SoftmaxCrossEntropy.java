package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// Cross-entropy between a softmax and a class: `l = log Σⱼ exp zⱼ − zₖ` for class k.
///
/// Its gradient is `softmax(z) − eₖ`. The maximum is subtracted before `exp` (log-sum-exp), so logits of any size
/// are safe. The target of a row is one number, the class index 0 … outputs − 1.
public record SoftmaxCrossEntropy() implements Loss {
    @Override
    public String name() {
        return "softmax cross-entropy";
    }

    @Override
    public Link link() {
        return Link.SOFTMAX;
    }

    @Override
    public int targets(int outputs) {
        return 1;
    }

    @Override
    public @Nullable String problem(float[] target, int offset, int outputs) {
        float k = target[offset];
        return k >= 0 && k < outputs && k == (int) k
                ? null
                : "class index must be a whole number k with 0 <= k < " + outputs + ", got " + k;
    }

    @Override
    public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        Softmax.exponentials(rows, logits, delta);
        double weightSum = Weights.sum(weights, rows);
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            double share = Weights.of(weights, row) / weightSum;
            int k = (int) targets.at(row, 0);
            double sum = Softmax.sum(delta.data(), delta.row(row), delta.columns());
            float maximum = Softmax.maximum(logits.data(), logits.row(row), logits.columns());
            loss += share * (StrictMath.log(sum) - ((double) logits.at(row, k) - maximum));
            gradient(delta, row, k, sum, share);
        }
        return loss;
    }

    private static void gradient(Rows delta, int row, int k, double sum, double share) {
        float[] data = delta.data();
        int start = delta.row(row);
        double scale = share / sum;
        double own = data[start + k] * scale - share;
        for (int j = 0; j < delta.columns(); j++) {
            data[start + j] = Weights.delta(data[start + j] * scale);
        }
        data[start + k] = Weights.delta(own);
        Weights.clearPadding(data, start, delta.columns(), delta.stride());
    }
}
