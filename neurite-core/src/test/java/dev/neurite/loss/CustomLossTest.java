package dev.neurite.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.data.Dataset;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.parameter.Rows;
import dev.neurite.train.Trainer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The example in the documentation of [Loss.Custom].
class CustomLossTest {
    record Cautious() implements Loss.Custom {
        @Override
        public String name() {
            return "cautious";
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
            for (int j = offset; j < offset + outputs; j++) {
                if (!Float.isFinite(target[j])) {
                    return "target must be finite, got " + target[j];
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
            double loss = 0;
            Arrays.fill(delta.data(), delta.offset(), delta.row(rows), 0); // the padding too
            for (int row = 0; row < rows; row++) {
                double share = (weights == null ? 1 : weights[row]) / weightSum;
                for (int j = 0; j < logits.columns(); j++) {
                    double error = logits.at(row, j) - targets.at(row, j);
                    double slope = (error < 0 ? 10 : 1) * share * error;
                    loss += slope * error;
                    delta.data()[delta.row(row) + j] = (float) (2 * slope);
                }
            }
            return loss;
        }
    }

    /// Of the numbers 0 and 11, one each, the constant c with `10·(c − 11) + c = 0` costs least, which is 10;
    /// of 0 and −11 it is −1.
    @Test
    void fit_lossOfAUser_findsItsBestConstant() {
        Dataset data = Dataset.of(new float[][] {{0}, {0}}, new float[][] {{0, -11}, {11, 0}});
        float[] prediction = Trainer.of(new Cautious())
                .withLearningRate(0.1)
                .withEpochs(2000)
                .fit(Network.of(1, Dense.linear(2)), data)
                .model()
                .predictor()
                .predict(new float[] {0});
        assertThat((double) prediction[0]).isCloseTo(10, within(1e-2));
        assertThat((double) prediction[1]).isCloseTo(-1, within(1e-2));
    }
}
