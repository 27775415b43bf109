package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// Squared error: `l = (1/m) Σⱼ (zⱼ − tⱼ)²` over the m outputs of a row, with gradient `(2/m)(z − t)`.
/// `torch.nn.MSELoss`.
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
        double scale = 1 / (Weights.sum(weights, rows) * (sumOverOutputs ? 1 : logits.columns()));
        Weights.clear(rows, delta);
        return logits.columns() == 1
                ? ofNumbers(rows, logits, targets, weights, scale, delta)
                : ofRows(rows, logits, targets, weights, scale, delta);
    }

    private static double ofRows(
            int rows, Rows logits, Rows targets, float @Nullable [] weights, double scale, Rows delta) {
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            double share = Weights.of(weights, row) * scale;
            loss += share * squares(logits.data(), logits.row(row), targets, row, 2 * share, delta);
        }
        return loss;
    }

    /// The same for one output, without a loop over the columns of each row.
    private static double ofNumbers(
            int rows, Rows logits, Rows targets, float @Nullable [] weights, double scale, Rows delta) {
        float[] z = logits.data();
        float[] t = targets.data();
        float[] d = delta.data();
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            double share = Weights.of(weights, row) * scale;
            double error = (double) z[logits.row(row)] - t[targets.row(row)];
            loss += share * (error * error);
            d[delta.row(row)] = Weights.delta(2 * share * error);
        }
        return loss;
    }

    /// The sum of squared errors of a row; writes the errors times `factor`.
    private static double squares(float[] z, int start, Rows targets, int row, double factor, Rows delta) {
        float[] t = targets.data();
        float[] d = delta.data();
        int target = targets.row(row);
        int to = delta.row(row);
        double sum = 0;
        for (int j = 0; j < delta.columns(); j++) {
            double error = (double) z[start + j] - t[target + j];
            sum += error * error;
            d[to + j] = Weights.delta(factor * error);
        }
        return sum;
    }
}
