package dev.neurite.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.loss.Link;
import dev.neurite.loss.Loss;
import dev.neurite.parameter.Rows;
import org.junit.jupiter.api.Test;

class LossTest {
    @Test
    void value_weights_isTheWeightedMean() {
        TextbookLoss loss = new TextbookLoss(RowLoss.squaredError(true));
        double[][] z = {{1, 2}, {3, 0}, {9, 9}};
        Batch batch = Batch.of(z, new double[3][2]).withWeights(new double[] {1, 3, 0});
        assertThat(loss.value(z, batch)).isCloseTo((1 * 5 + 3 * 9) / 4.0, within(1e-15));
        assertThat(loss.gradient(z, batch)).isDeepEqualTo(new double[][] {{0.5, 1}, {4.5, 0}, {0, 0}});
    }

    @Test
    void value_crossEntropyOfImpossibleClassWithTargetZero_isFinite() {
        double[] p = {1, 0};
        double[] t = {1, 0};
        assertThat(RowLoss.crossEntropy().value(p, t)).isZero();
        assertThat(RowLoss.crossEntropy().gradient(p, t)).containsExactly(-1, 0);
    }

    @Test
    void value_classOutOfRange_isRefused() {
        assertThatThrownBy(() -> RowLoss.softmaxCrossEntropy().value(new double[3], new double[] {3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("target must be one class index k with 0 <= k < 3, got [3.0]");
        assertThatThrownBy(() -> RowLoss.softmaxCrossEntropy().value(new double[3], new double[] {0.5}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_lossOfAUser_isRefusedByName() {
        assertThatThrownBy(() -> TextbookLoss.of(new Loss.Custom() {
                    @Override
                    public String name() {
                        return "pinball";
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
                    public String problem(float[] target, int offset, int outputs) {
                        return null;
                    }

                    @Override
                    public double evaluate(int rows, Rows logits, Rows targets, float[] weights, Rows delta) {
                        return 0;
                    }
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the textbook has no formulas for the loss pinball; implement RowLoss for it");
    }

    @Test
    void withWeights_allZeroOrTooFew_isRefused() {
        Batch batch = Batch.of(new double[2][1], new double[2][1]);
        assertThatThrownBy(() -> batch.withWeights(new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights of a batch must have a positive sum, got [0.0, 0.0]");
        assertThatThrownBy(() -> batch.withWeights(new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a batch must have as many targets and weights as samples, got 2 targets and 1 weights"
                        + " for 2 samples");
    }
}
