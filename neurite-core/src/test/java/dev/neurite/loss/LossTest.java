package dev.neurite.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.parameter.Rows;
import dev.neurite.random.Seed;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `BuiltInTest` of neurite-testkit, the contract of every loss, leaves open.
class LossTest {
    private static final int ROWS = 9;
    private static final int OUTPUTS = 6;

    static Stream<Loss> losses() {
        return Stream.of(
                Loss.softmaxCrossEntropy(),
                new SoftmaxCrossEntropy(0.1),
                Loss.softTargetCrossEntropy(),
                new SoftTargetCrossEntropy(0.2),
                Loss.kullbackLeibler(),
                Loss.softmaxFocal(),
                new SoftmaxFocal(0.5),
                Loss.sigmoidCrossEntropy(),
                new SigmoidCrossEntropy().withLabelSmoothing(0.1).withPositiveWeights(1, 2, 3, 0.5, 1, 2),
                Loss.sigmoidFocal(),
                Loss.hinge(),
                Loss.negativeLogLikelihood(),
                Loss.categoricalCrossEntropy(),
                Loss.meanSquaredError(),
                new MeanSquaredError(true),
                Loss.meanAbsoluteError(),
                Loss.huber(0.7),
                Loss.smoothL1(0.7),
                Loss.logCosh(),
                Loss.quantile(0.9),
                Loss.quantile(0.1, 0.5, 0.9),
                Loss.poisson(),
                Loss.gaussian());
    }

    /// Which is how a training sees that it has diverged.
    @ParameterizedTest
    @MethodSource("losses")
    void evaluate_outputsNaN_isNaN(Loss loss) {
        Rows logits = logits(loss, 1);
        java.util.Arrays.fill(logits.data(), Float.NaN);
        Rows delta = Rows.allocate(ROWS, OUTPUTS);
        assertThat(loss.evaluate(ROWS, logits, targets(loss), null, delta)).isNaN();
    }

    static Stream<Arguments> badTargets() {
        float[] half = {0.5f, 0.5f, 0, 0, 0, 0};
        float[] negative = {-0.1f, 1.1f, 0, 0, 0, 0};
        float[] nan = {Float.NaN, 0, 0, 0, 0, 0};
        float[] six = {6, 0, 0, 0, 0, 0};
        float[] small = {0.5f, 0, 0, 0.3f, 0, 0};
        String index = "class index must be a whole number k with 0 <= k < 6, got ";
        String sum = "target probabilities of a row must sum to 1, got a sum of 0.8";
        String probability = "target probability must be in [0, 1], got -0.1";
        return Stream.of(
                Arguments.of(Loss.softmaxCrossEntropy(), six, index + "6.0"),
                Arguments.of(Loss.softmaxFocal(), half, index + "0.5"),
                Arguments.of(Loss.hinge(), nan, index + "NaN"),
                Arguments.of(Loss.negativeLogLikelihood(), negative, index + "-0.1"),
                Arguments.of(Loss.softTargetCrossEntropy(), small, sum),
                Arguments.of(Loss.kullbackLeibler(), small, sum),
                Arguments.of(Loss.categoricalCrossEntropy(), small, sum),
                Arguments.of(Loss.categoricalCrossEntropy(), negative, probability),
                Arguments.of(Loss.sigmoidCrossEntropy(), negative, probability),
                Arguments.of(Loss.sigmoidFocal(), negative, probability),
                Arguments.of(Loss.poisson(), negative, "target count must be finite and not negative, got -0.1"),
                Arguments.of(Loss.meanSquaredError(), nan, "target must be finite, got NaN"),
                Arguments.of(Loss.huber(1), nan, "target must be finite, got NaN"),
                Arguments.of(Loss.quantile(0.5, 0.9), nan, "target must be finite, got NaN"),
                Arguments.of(Loss.gaussian(), nan, "target must be finite, got NaN"));
    }

    @ParameterizedTest
    @MethodSource("badTargets")
    void problem_targetOutsideItsDomain_isNamed(Loss loss, float[] target, String problem) {
        assertThat(loss.problem(target, 0, OUTPUTS)).isEqualTo(problem);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void problem_targetOfItsDomain_isNone(Loss loss) {
        Rows targets = targets(loss);
        for (int row = 0; row < ROWS; row++) {
            assertThat(loss.problem(targets.data(), targets.row(row), OUTPUTS)).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void evaluate_noWeightAtAll_isRefused(Loss loss) {
        Rows delta = Rows.allocate(ROWS, OUTPUTS);
        assertThatThrownBy(() -> loss.evaluate(ROWS, logits(loss, 1), targets(loss), new float[ROWS], delta))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a batch must have a positive total weight, got 0.0");
    }

    /// Errors of 2, -1 and 0, of weights 1, 2 and 5; the padding of the deltas is cleared.
    @Test
    void evaluate_squaredErrorOfOneOutput_isTheWeightedMeanWithItsGradient() {
        Rows logits = Rows.compact(new float[] {3, 1, -2}, 0, 1);
        Rows targets = Rows.compact(new float[] {1, 2, -2}, 0, 1);
        Rows delta = Rows.allocate(3, 1);
        Arrays.fill(delta.data(), 7);

        double loss = Loss.meanSquaredError().evaluate(3, logits, targets, new float[] {1, 2, 5}, delta);

        assertThat(loss).isEqualTo(0.75);
        float[] expected = new float[48];
        expected[0] = 0.5f;
        expected[16] = -0.5f;
        assertThat(delta.data()).containsExactly(expected);
    }

    /// Two classes have a way of their own, which a third of probability 0 does not take.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void evaluate_softmaxOfTwoClasses_equalsThatOfThreeWhereOneIsImpossible(boolean weighted) {
        int rows = 50;
        Rows two = Rows.compact(new float[rows * 2], 0, 2);
        Rows three = Rows.allocate(rows, 3);
        Rows targets = Rows.allocate(rows, 1);
        float[] weights = new float[rows];
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < 2; j++) {
                float logit = (float) Seed.of(3).normal(2L * row + j) * 4;
                two.data()[two.row(row) + j] = logit;
                three.data()[three.row(row) + j] = logit;
            }
            three.data()[three.row(row) + 2] = Float.NEGATIVE_INFINITY;
            targets.data()[targets.row(row)] = row % 3 == 0 ? 1 : 0;
            weights[row] = 0.5f + row % 4;
        }
        Rows deltaOfTwo = Rows.compact(new float[rows * 2], 0, 2);
        Rows deltaOfThree = Rows.allocate(rows, 3);
        Loss loss = Loss.softmaxCrossEntropy();
        float[] used = weighted ? weights : null;

        double expected = loss.evaluate(rows, three, targets, used, deltaOfThree);
        assertThat(loss.evaluate(rows, two, targets, used, deltaOfTwo)).isEqualTo(expected);
        loss.link().apply(rows, two);
        loss.link().apply(rows, three);
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < 2; j++) {
                assertThat(deltaOfTwo.at(row, j)).isEqualTo(deltaOfThree.at(row, j));
                assertThat(two.at(row, j)).isEqualTo(three.at(row, j));
            }
        }
    }

    /// The products of their sums would be far too large for a double.
    @Test
    void evaluate_softmaxOfManyRows_isTheMeanOverThem() {
        Rows logits = Rows.allocate(3000, 3);
        Rows targets = Rows.allocate(3000, 1);
        Rows delta = Rows.allocate(3000, 3);
        float[] weights = new float[3000];
        for (int row = 0; row < weights.length; row++) {
            logits.data()[logits.row(row) + row % 3] = (float) Math.log(1 + row % 2); // two classes of 1, one of 1 or 2
            weights[row] = row % 5 == 0 ? 2 : 1;
        }

        double all = 0;
        double weighted = 0;
        for (int row = 0; row < weights.length; row++) {
            double loss = Math.log(3 + row % 2) - logits.at(row, 0);
            all += loss / 3000;
            weighted += weights[row] * loss / 3600;
        }
        assertThat(Loss.softmaxCrossEntropy().evaluate(3000, logits, targets, null, delta))
                .isCloseTo(all, within(1e-7));
        assertThat(Loss.softmaxCrossEntropy().evaluate(3000, logits, targets, weights, delta))
                .isCloseTo(weighted, within(1e-7));
    }

    @Test
    void evaluate_probabilityOfZero_isFinite() {
        Rows p = Rows.allocate(1, 2);
        p.data()[0] = 1;
        Rows targets = Rows.allocate(1, 1);
        targets.data()[0] = 1;
        Rows delta = Rows.allocate(1, 2);
        assertThat(Loss.negativeLogLikelihood().evaluate(1, p, targets, null, delta))
                .isCloseTo(100 * Math.log(2), within(1e-9));
        assertThat(delta.at(0, 1)).isFinite().isNegative();
    }

    @Test
    void constants_outOfRange_areRefused() {
        assertThatThrownBy(() -> Loss.softmaxCrossEntropy().withLabelSmoothing(1))
                .hasMessage("SoftmaxCrossEntropy.labelSmoothing must be in [0, 1), got 1.0");
        assertThatThrownBy(() -> Loss.sigmoidCrossEntropy().withPositiveWeights(1, 0))
                .hasMessage("SigmoidCrossEntropy.positiveWeights must be positive and finite, got 0.0");
        assertThatThrownBy(() ->
                        Loss.sigmoidCrossEntropy().withPositiveWeights(1, 2).targets(3))
                .hasMessage("SigmoidCrossEntropy.positiveWeights must be one for each of 3 outputs, got 2");
        assertThatThrownBy(() -> new SoftmaxFocal(-1))
                .hasMessage("SoftmaxFocal.gamma must be finite and not negative, got -1.0");
        assertThatThrownBy(() -> new SigmoidFocal(2, 1)).hasMessage("SigmoidFocal.alpha must be in (0, 1), got 1.0");
        assertThatThrownBy(() -> Loss.huber(0)).hasMessage("Huber.delta must be positive and finite, got 0.0");
        assertThatThrownBy(() -> Loss.smoothL1(-1)).hasMessage("SmoothL1.beta must be positive and finite, got -1.0");
        assertThatThrownBy(() -> Loss.quantile()).hasMessageEndingWith("must have at least one quantile, got none");
        assertThatThrownBy(() -> Loss.quantile(0.5, 1))
                .hasMessage("Quantile.quantiles must each be in (0, 1), got 1.0");
        assertThatThrownBy(() -> Loss.quantile(0.1, 0.5, 0.9).targets(4))
                .hasMessage("quantile loss of 3 quantiles must have a multiple of 3 outputs, got 4");
        assertThatThrownBy(() -> Loss.gaussian().targets(3))
                .hasMessage("Gaussian loss must have two outputs for each target, mean and variance, got 3");
    }

    @Test
    void gaussianLink_pairs_areMeanAndVariance() {
        Rows values = Rows.allocate(1, 4);
        System.arraycopy(new float[] {-2, 0, 3, -750}, 0, values.data(), 0, 4);
        Link.GAUSSIAN.apply(1, values);
        assertThat(values.data()).startsWith(-2, (float) (Math.log(2) + 1e-6), 3, 1e-6f);
    }

    private static Rows logits(Loss loss, float scale) {
        Rows logits = Rows.allocate(ROWS, OUTPUTS);
        for (int row = 0; row < ROWS; row++) {
            for (int j = 0; j < OUTPUTS; j++) {
                logits.data()[logits.row(row) + j] =
                        scale * (float) Seed.of(3).split("row", row).normal(j);
            }
        }
        if (loss.outputs() == Outputs.PROBABILITIES) {
            Link.SOFTMAX.apply(ROWS, logits);
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
        if (loss.problem(new float[] {0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f}, 0, OUTPUTS) != null && columns > 1) {
            Link.SOFTMAX.apply(ROWS, targets);
        }
        return targets;
    }
}
