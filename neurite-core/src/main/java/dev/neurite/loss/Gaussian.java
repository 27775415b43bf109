package dev.neurite.loss;

import dev.neurite.activation.Sigmoid;
import dev.neurite.activation.Softplus;
import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// Negative log-likelihood of a normal distribution whose mean and variance are both predicted:
///
/// ```text
/// v = softplus(s) + 10⁻⁶
/// l = ½·(log v + (t − m)²/v)
/// ```
///
/// mean over the targets of a row; the term `½ log 2π` is left out. Nix and Weigend 1994; the variance by softplus with
/// a minimum is that of Lakshminarayanan et al. 2017, "Deep ensembles", section 2.2.
///
/// For each target the network has two outputs side by side, the mean m and the raw variance s; the prediction is the
/// mean and the variance v, see [Link#GAUSSIAN].
public record Gaussian() implements Loss {
    /// What keeps a predicted variance from 0.
    public static final double MINIMUM_VARIANCE = 1e-6;

    @Override
    public String name() {
        return "Gaussian negative log-likelihood";
    }

    @Override
    public Link link() {
        return Link.GAUSSIAN;
    }

    @Override
    public int targets(int outputs) {
        if (outputs % 2 != 0) {
            throw new IllegalArgumentException(
                    "Gaussian loss must have two outputs for each target, mean and variance, got " + outputs);
        }
        return outputs / 2;
    }

    @Override
    public @Nullable String problem(float[] target, int offset, int outputs) {
        return Targets.finite(target, offset, targets(outputs));
    }

    @Override
    public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        double divisor = Weights.sum(weights, rows) * targets.columns();
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            double share = Weights.of(weights, row) / divisor;
            float[] data = delta.data();
            for (int j = 0; j < targets.columns(); j++) {
                int at = delta.row(row) + 2 * j;
                double error = (double) logits.at(row, 2 * j) - targets.at(row, j);
                double raw = logits.at(row, 2 * j + 1);
                double variance = Softplus.of(raw) + MINIMUM_VARIANCE;
                double scaled = error / variance;
                loss += share * 0.5 * (StrictMath.log(variance) + error * scaled);
                data[at] = Weights.delta(share * scaled);
                data[at + 1] = Weights.delta(share * 0.5 * (1 / variance - scaled * scaled) * Sigmoid.of(raw));
            }
            Weights.clearPadding(data, delta.row(row), delta.columns(), delta.stride());
        }
        return loss;
    }
}
