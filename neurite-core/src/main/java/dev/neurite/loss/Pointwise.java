package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// A loss of each output for itself, with a target each; the loss of a row is their mean.
sealed interface Pointwise extends Loss permits Huber, LogCosh, MeanAbsoluteError, Poisson, SigmoidFocal, SmoothL1 {
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

    @Override
    default int targets(int outputs) {
        return outputs;
    }

    @Override
    default double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        double divisor = Weights.sum(weights, rows) * logits.columns();
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            double share = Weights.of(weights, row) / divisor;
            for (int j = 0; j < logits.columns(); j++) {
                double z = logits.at(row, j);
                double t = targets.at(row, j);
                loss += share * value(z, t);
                delta.data()[delta.row(row) + j] = Weights.delta(share * slope(z, t));
            }
            Weights.clearPadding(delta.data(), delta.row(row), delta.columns(), delta.stride());
        }
        return loss;
    }
}
