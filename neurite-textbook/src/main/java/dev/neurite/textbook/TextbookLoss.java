package dev.neurite.textbook;

import dev.neurite.loss.Loss;

/// The loss of a batch, the weighted mean of the losses of its rows, and its gradient by the logits:
///
/// ```text
/// L     = Σᵣ w[r]·l(z[r], t[r]) / Σᵣ w[r]
/// dz[r] = w[r]·l′(z[r], t[r]) / Σᵣ w[r]
/// ```
///
/// @param row l and l′, the loss of one row and its gradient
public record TextbookLoss(RowLoss row) {
    /// The formulas of a loss of the engine.
    ///
    /// @throws IllegalArgumentException if it is a loss of the user's own
    public static TextbookLoss of(Loss loss) {
        return new TextbookLoss(RowLoss.of(loss));
    }

    /// L.
    ///
    /// @param z     logits (rows, outputs)
    /// @param batch targets and weights of the rows
    public double value(double[][] z, Batch batch) {
        double sum = 0;
        for (int r = 0; r < batch.size(); r++) {
            sum += batch.weights()[r] * row.value(z[r], batch.targets()[r]);
        }
        return sum / batch.weightSum();
    }

    /// dZ (rows, outputs).
    ///
    /// @param z     logits (rows, outputs)
    /// @param batch targets and weights of the rows
    public double[][] gradient(double[][] z, Batch batch) {
        double total = batch.weightSum();
        double[][] dZ = new double[batch.size()][];
        for (int r = 0; r < batch.size(); r++) {
            dZ[r] = row.gradient(z[r], batch.targets()[r]);
            for (int j = 0; j < dZ[r].length; j++) {
                dZ[r][j] *= batch.weights()[r] / total;
            }
        }
        return dZ;
    }
}
