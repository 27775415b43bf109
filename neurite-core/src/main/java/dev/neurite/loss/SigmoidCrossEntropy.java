package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// Cross-entropy between sigmoids and probabilities, mean over the outputs of a row:
/// `l = mean_j (max(z, 0) − z·t + log(1 + exp(−|z|)))`, with gradient `(sigmoid(z) − t) / outputs`.
///
/// One output is the usual loss of two classes, several are multi-label classification. The target of a row has as
/// many numbers as the network has outputs, each in [0, 1].
public record SigmoidCrossEntropy() implements Loss {
    @Override
    public String name() {
        return "sigmoid cross-entropy";
    }

    @Override
    public Link link() {
        return Link.SIGMOID;
    }

    @Override
    public int targets(int outputs) {
        return outputs;
    }

    @Override
    public @Nullable String problem(float[] target, int offset, int outputs) {
        for (int j = 0; j < outputs; j++) {
            float t = target[offset + j];
            if (!(t >= 0 && t <= 1)) {
                return "target probability must be in [0, 1], got " + t;
            }
        }
        return null;
    }

    @Override
    public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        double weightSum = Weights.sum(weights, rows);
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            double share = Weights.of(weights, row) / weightSum / logits.columns();
            for (int j = 0; j < logits.columns(); j++) {
                double z = logits.at(row, j);
                double t = targets.at(row, j);
                double e = StrictMath.exp(-Math.abs(z));
                loss += share * (Math.max(z, 0) - z * t + StrictMath.log1p(e));
                delta.data()[delta.row(row) + j] = Weights.delta(share * slope(z, t, e));
            }
            Weights.clearPadding(delta.data(), delta.row(row), delta.columns(), delta.stride());
        }
        return loss;
    }

    /// `sigmoid(z) − t`, written as `(1 − t)·sigmoid(z) − t·sigmoid(−z)` so that sure answers keep their digits.
    private static double slope(double z, double t, double e) {
        double larger = 1 / (1 + e);
        double smaller = e / (1 + e);
        return z >= 0 ? (1 - t) * larger - t * smaller : (1 - t) * smaller - t * larger;
    }
}
