package dev.neurite.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.parameter.Rows;
import dev.neurite.random.Seed;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {
    private static final int ROWS = 9;
    private static final int OUTPUTS = 5;

    static Stream<Loss> losses() {
        return Stream.of(
                Loss.softmaxCrossEntropy(),
                Loss.sigmoidCrossEntropy(),
                Loss.meanSquaredError(),
                new MeanSquaredError(true));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void evaluate_weighted_isTheWeightedMeanOfRows(Loss loss) {
        Rows logits = logits(2);
        Rows targets = targets(loss);
        float[] weights = {1, 2, 0, .5f, 1, 3, 1, .25f, 4};
        Rows delta = Rows.allocate(ROWS, OUTPUTS);
        double mean = loss.evaluate(ROWS, logits, targets, weights, delta);
        double sum = 0;
        double weightSum = 0;
        for (int row = 0; row < ROWS; row++) {
            Rows rowDelta = Rows.allocate(1, OUTPUTS);
            double rowLoss = loss.evaluate(1, row(logits, row), row(targets, row), null, rowDelta);
            sum += weights[row] * rowLoss;
            weightSum += weights[row];
        }
        assertThat(mean).isCloseTo(sum / weightSum, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void evaluate_delta_isTheGradientOfTheLoss(Loss loss) {
        Rows logits = logits(1);
        Rows targets = targets(loss);
        float[] weights = {1, 2, 0, .5f, 1, 3, 1, .25f, 4};
        Rows delta = Rows.allocate(ROWS, OUTPUTS);
        Rows scratch = Rows.allocate(ROWS, OUTPUTS);
        loss.evaluate(ROWS, logits, targets, weights, delta);
        float h = 1 / 64f;
        for (int row = 0; row < ROWS; row++) {
            for (int j = 0; j < OUTPUTS; j++) {
                int at = logits.row(row) + j;
                float z = logits.data()[at];
                logits.data()[at] = z + h;
                double above = loss.evaluate(ROWS, logits, targets, weights, scratch);
                logits.data()[at] = z - h;
                double below = loss.evaluate(ROWS, logits, targets, weights, scratch);
                logits.data()[at] = z;
                assertThat((double) delta.at(row, j)).isCloseTo((above - below) / (2 * h), within(2e-5));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void evaluate_hugeLogits_staysFiniteWithZeroPadding(Loss loss) {
        Rows logits = logits(1e4f);
        Rows delta = Rows.allocate(ROWS, OUTPUTS);
        java.util.Arrays.fill(delta.data(), 7);
        assertThat(loss.evaluate(ROWS, logits, targets(loss), null, delta)).isFinite();
        for (int row = 0; row < ROWS; row++) {
            for (int j = 0; j < delta.stride(); j++) {
                float value = delta.data()[delta.row(row) + j];
                assertThat(value).isFinite();
                assertThat(j < OUTPUTS || value == 0).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void problem_targetOutsideItsDomain_isNamed(Loss loss) {
        float[] good = new float[OUTPUTS];
        float[] bad = good.clone();
        bad[0] = loss instanceof MeanSquaredError ? Float.NaN : loss instanceof SoftmaxCrossEntropy ? 0.5f : -0.1f;
        assertThat(loss.problem(good, 0, OUTPUTS)).isNull();
        assertThat(loss.problem(bad, 0, OUTPUTS)).endsWith("got " + bad[0]);
    }

    private static Rows logits(float scale) {
        Rows logits = Rows.allocate(ROWS, OUTPUTS);
        for (int row = 0; row < ROWS; row++) {
            for (int j = 0; j < OUTPUTS; j++) {
                logits.data()[logits.row(row) + j] =
                        scale * (float) Seed.of(3).split("row", row).normal(j);
            }
        }
        return logits;
    }

    private static Rows targets(Loss loss) {
        int columns = loss.targets(OUTPUTS);
        Rows targets = Rows.allocate(ROWS, columns);
        for (int row = 0; row < ROWS; row++) {
            Seed seed = Seed.of(4).split("row", row);
            for (int j = 0; j < columns; j++) {
                targets.data()[targets.row(row) + j] = columns == 1 ? seed.below(0, OUTPUTS) : (float) seed.uniform(j);
            }
        }
        return targets;
    }

    private static Rows row(Rows rows, int row) {
        return Rows.of(rows.data(), rows.row(row), rows.columns());
    }
}
