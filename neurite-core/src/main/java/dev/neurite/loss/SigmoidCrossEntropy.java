package dev.neurite.loss;

import dev.neurite.kernels.Kernels;
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
        float[] d = delta.data();
        Kernels.best().sigmoid(logits.data(), logits.offset(), d, delta.offset(), rows * delta.stride());
        double weightSum = Weights.sum(weights, rows);
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            double share = Weights.of(weights, row) / weightSum / logits.columns();
            for (int j = 0; j < logits.columns(); j++) {
                int at = delta.row(row) + j;
                double t = targets.at(row, j);
                loss += share * rowLoss(logits.at(row, j), t);
                d[at] = Weights.delta(share * (d[at] - t));
            }
            Weights.clearPadding(d, delta.row(row), delta.columns(), delta.stride());
        }
        return loss;
    }

    private static double rowLoss(double z, double t) {
        return Math.max(z, 0) - z * t + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
    }
}
