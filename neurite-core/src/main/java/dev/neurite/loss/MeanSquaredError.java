package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// Squared error: `l = (1/m) Σⱼ (zⱼ − tⱼ)²` over the m outputs of a row, with gradient `(2/m)(z − t)`.
///
/// @param sumOverOutputs true to sum over the outputs of a row instead (m = 1 in the formula)
public record MeanSquaredError(boolean sumOverOutputs) implements OfNumbers {
    @Override
    public String name() {
        return "mean squared error";
    }

    @Override
    public int targets(int outputs) {
        return outputs;
    }

    @Override
    public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        double divisor = Weights.sum(weights, rows) * (sumOverOutputs ? 1 : logits.columns());
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            double share = Weights.of(weights, row) / divisor;
            for (int j = 0; j < logits.columns(); j++) {
                double error = (double) logits.at(row, j) - targets.at(row, j);
                loss += share * error * error;
                delta.data()[delta.row(row) + j] = Weights.delta(2 * share * error);
            }
            Weights.clearPadding(delta.data(), delta.row(row), delta.columns(), delta.stride());
        }
        return loss;
    }
}
