package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// Cross-entropy between softmaxes and distributions.
final class SoftTargets {
    private SoftTargets() {}

    /// The mean loss of a batch and its gradient, as [Loss#evaluate] wants it.
    ///
    /// @param labelSmoothing share of each target that is spread evenly
    static double evaluate(
            double labelSmoothing, int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        Softmax.exponentials(rows, logits, delta);
        double weightSum = Weights.sum(weights, rows);
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            double share = Weights.of(weights, row) / weightSum;
            loss += share * evaluateRow(logits, targets, row, labelSmoothing, share, delta);
        }
        return loss;
    }

    /// @param delta holds `exp(z − max z)` on entry
    private static double evaluateRow(
            Rows logits, Rows targets, int row, double labelSmoothing, double share, Rows delta) {
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
