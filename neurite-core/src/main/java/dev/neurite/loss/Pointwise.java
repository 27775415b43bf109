package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// A loss of each output for itself; the loss of a row is their mean.
interface Pointwise {
    /// The loss of one output.
    ///
    /// @param z logit
    /// @param t target
    double value(double z, double t);

    /// Its derivative by `z`.
    ///
    /// @param z logit
    /// @param t target
    double slope(double z, double t);

    /// The mean loss of a batch and its gradient, as [Loss#evaluate] wants it.
    static double evaluate(Pointwise f, int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        double divisor = Weights.sum(weights, rows) * logits.columns();
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            double share = Weights.of(weights, row) / divisor;
            for (int j = 0; j < logits.columns(); j++) {
                double z = logits.at(row, j);
                double t = targets.at(row, j);
                loss += share * f.value(z, t);
                delta.data()[delta.row(row) + j] = Weights.delta(share * f.slope(z, t));
            }
            Weights.clearPadding(delta.data(), delta.row(row), delta.columns(), delta.stride());
        }
        return loss;
    }
}
