package dev.neurite.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.loss.Loss;
import dev.neurite.parameter.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Losses of the fast engine against the textbook, on logits from tiny to huge.
class EngineLossTest {
    /// Below 2⁻¹⁰⁰ the engine's gradients are 0.
    private static final double SMALLEST = 0x1p-98;

    @Test
    void evaluate_logitsOfAnySize_agree() {
        for (Loss loss : LossCase.ALL) {
            Property.holds(60, draws -> {
                int rows = draws.between(1, 20);
                int outputs = LossCase.outputs(draws, loss);
                double magnitude = draws.oneOf(List.of(1e-3, 1.0, 10.0, 1000.0));
                double[][] logits = LossCase.predictions(draws, loss, rows, outputs, magnitude);
                Batch batch = Batch.of(logits, LossCase.targets(draws, loss, rows, outputs));
                if (draws.chance(0.7)) {
                    batch = batch.withWeights(RandomCase.weights(draws, rows));
                }
                assertAgree(loss, logits, batch);
            });
        }
    }

    private static void assertAgree(Loss loss, double[][] logits, Batch batch) {
        Rows z = Engine.rows(logits);
        Rows delta = Rows.allocate(batch.size(), logits[0].length);
        double value =
                loss.evaluate(batch.size(), z, Engine.rows(batch.targets()), Engine.floats(batch.weights()), delta);

        TextbookLoss textbook = TextbookLoss.of(loss);
        double expectedValue = textbook.value(logits, batch);
        assertThat(value).as("%s", loss).isCloseTo(expectedValue, within(2e-6 * Math.max(1, Math.abs(expectedValue))));
        double[] gradient = Engine.unpadded(delta, batch.size());
        double[] expected = Reference.concatenated(textbook.gradient(logits, batch));
        assertThat(distance(gradient, expected))
                .as("gradient of %s", loss)
                .isLessThan(2e-6 * distance(expected, new double[expected.length]) + SMALLEST);
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
