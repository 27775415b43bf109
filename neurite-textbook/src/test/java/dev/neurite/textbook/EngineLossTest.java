package dev.neurite.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.loss.Loss;
import dev.neurite.parameter.Rows;
import dev.neurite.textbook.Property.Draws;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Losses of the fast engine against the textbook, on logits from tiny to huge.
class EngineLossTest {
    @Test
    void evaluate_logitsOfAnySize_agree() {
        Property.holds(400, draws -> {
            Loss loss = draws.oneOf(RandomCase.LOSSES);
            int rows = draws.between(1, 20);
            int outputs = draws.between(1, 40);
            double[][] logits = logits(draws, rows, outputs);
            Batch batch = Batch.of(logits, RandomCase.targets(draws, loss, rows, outputs))
                    .withWeights(RandomCase.weights(draws, rows));
            assertAgree(loss, logits, batch);
        });
    }

    private static double[][] logits(Draws draws, int rows, int outputs) {
        double magnitude = draws.oneOf(List.of(1e-3, 1.0, 10.0, 1000.0));
        double[][] logits = draws.normals(rows, outputs);
        for (double[] row : logits) {
            Arrays.setAll(row, j -> (float) (row[j] * magnitude));
        }
        return logits;
    }

    private static void assertAgree(Loss loss, double[][] logits, Batch batch) {
        Rows z = Engine.rows(logits);
        Rows delta = Rows.allocate(batch.size(), logits[0].length);
        double value =
                loss.evaluate(batch.size(), z, Engine.rows(batch.targets()), Engine.floats(batch.weights()), delta);

        TextbookLoss textbook = TextbookLoss.of(loss);
        double[] expectedValue = {textbook.value(logits, batch)};
        assertThat(Errors.largest(new double[] {value}, expectedValue, 1e-2)).isLessThan(1e-6);
        double[] gradient = Engine.unpadded(delta, batch.size());
        double[] expected = Reference.concatenated(textbook.gradient(logits, batch));
        assertThat(Errors.ofNorm(gradient, expected)).isLessThan(1e-5);
    }
}
