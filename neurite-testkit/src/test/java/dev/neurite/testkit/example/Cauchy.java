package dev.neurite.testkit.example;

import dev.neurite.loss.Link;
import dev.neurite.loss.Loss;
import dev.neurite.parameter.Rows;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// `l = ½ log(1 + e²)` of the error `e = z − t`, summed over the outputs: large errors hardly count. Its gradient is
/// `e / (1 + e²)`.
record Cauchy() implements Loss.Custom {
    @Override
    public String name() {
        return "Cauchy loss";
    }

    @Override
    public Link link() {
        return Link.IDENTITY;
    }

    @Override
    public int targets(int outputs) {
        return outputs;
    }

    @Override
    public @Nullable String problem(float[] target, int offset, int outputs) {
        for (int j = 0; j < outputs; j++) {
            if (!Float.isFinite(target[offset + j])) {
                return "target must be finite, got " + target[offset + j];
            }
        }
        return null;
    }

    @Override
    public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        double weightSum = 0;
        for (int row = 0; row < rows; row++) {
            weightSum += weights == null ? 1 : weights[row];
        }
        Arrays.fill(delta.data(), delta.row(0), delta.row(rows), 0); // the padding of every row too
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            double share = (weights == null ? 1 : weights[row]) / weightSum;
            for (int j = 0; j < logits.columns(); j++) {
                double error = (double) logits.at(row, j) - targets.at(row, j);
                loss += share * 0.5 * StrictMath.log1p(error * error);
                delta.data()[delta.row(row) + j] = (float) (share * error / (1 + error * error));
            }
        }
        return loss;
    }
}
