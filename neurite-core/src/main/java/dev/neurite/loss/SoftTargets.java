package dev.neurite.loss;

import dev.neurite.parameter.Rows;

/// Cross-entropy between the softmax of one row and a distribution.
final class SoftTargets {
    private SoftTargets() {}

    /// The loss of a row, its gradient times `share` written to `delta`.
    ///
    /// @param labelSmoothing share of the target that is spread evenly
    /// @param delta          holds `exp(z − max z)` on entry
    static double evaluate(Rows logits, Rows targets, int row, double labelSmoothing, double share, Rows delta) {
        float[] data = delta.data();
        int start = delta.row(row);
        int columns = delta.columns();
        double sum = Softmax.sum(data, start, columns);
        double maximum = Softmax.maximum(logits.data(), logits.row(row), columns);
        double total = (1 - labelSmoothing) * Softmax.sum(targets.data(), targets.row(row), columns) + labelSmoothing;
        double loss = total * StrictMath.log(sum);
        for (int j = 0; j < columns; j++) {
            double t = (1 - labelSmoothing) * targets.at(row, j) + labelSmoothing / columns;
            loss += t * (maximum - logits.at(row, j));
            data[start + j] = Weights.delta(share * (data[start + j] / sum * total - t));
        }
        Weights.clearPadding(data, start, columns, delta.stride());
        return loss;
    }
}
