package dev.neurite.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.random.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Expected values are those of scikit-learn 1.9.1 (`accuracy_score`, `log_loss`, `roc_auc_score` with
/// `multi_class='ovr'`, `mean_squared_error`, `mean_absolute_error`, `r2_score`) on the same numbers.
class MetricTest {
    private static final float[][] PROBABILITIES = {
        {.7f, .2f, .1f},
        {.1f, .3f, .6f},
        {.25f, .5f, .25f},
        {.3f, .3f, .4f},
        {.05f, .9f, .05f},
        {.6f, .3f, .1f},
        {.2f, .2f, .6f}
    };
    private static final float[][] CLASSES = {{0}, {2}, {1}, {0}, {1}, {2}, {2}};
    private static final double[] WEIGHTS = {1, 2, .5, 1, 3, 1, .25};
    private static final float[][] SCORES = {{.1f}, {.4f}, {.35f}, {.8f}, {.4f}, {.9f}, {.65f}};
    private static final float[][] LABELS = {{0}, {0}, {1}, {1}, {1}, {0}, {1}};
    private static final float[][] VALUES = {{1.5f, 1}, {2.5f, -1}, {0, 1}, {3, 2.5f}};
    private static final float[][] TRUTH = {{1, 2}, {3, -1}, {0, .5f}, {2, 2}};
    private static final double[] FOUR_WEIGHTS = {1, 2, .5, 3};

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(Metric.accuracy(), PROBABILITIES, CLASSES, null, 0.7142857142857143),
                Arguments.of(Metric.accuracy(), PROBABILITIES, CLASSES, WEIGHTS, 0.7714285714285715),
                Arguments.of(Metric.logLoss(), PROBABILITIES, CLASSES, null, 0.8119131121440667),
                Arguments.of(Metric.logLoss(), PROBABILITIES, CLASSES, WEIGHTS, 0.6485995007983595),
                Arguments.of(Metric.rocAuc(), PROBABILITIES, CLASSES, null, 0.8972222222222221),
                Arguments.of(Metric.rocAuc(), PROBABILITIES, CLASSES, WEIGHTS, 0.9380126046792713),
                Arguments.of(Metric.accuracy(), SCORES, LABELS, null, 0.5714285714285714),
                Arguments.of(Metric.accuracy(), SCORES, LABELS, WEIGHTS, 0.4857142857142857),
                Arguments.of(Metric.logLoss(), SCORES, LABELS, null, 0.7912586508853371),
                Arguments.of(Metric.logLoss(), SCORES, LABELS, WEIGHTS, 0.8039107879306263),
                Arguments.of(Metric.rocAuc(), SCORES, LABELS, null, 0.5416666666666667),
                Arguments.of(Metric.rocAuc(), SCORES, LABELS, WEIGHTS, 0.5394736842105263),
                Arguments.of(Metric.rootMeanSquaredError(), VALUES, TRUTH, null, 0.6123724356957945),
                Arguments.of(Metric.rootMeanSquaredError(), VALUES, TRUTH, FOUR_WEIGHTS, 0.6577935144802719),
                Arguments.of(Metric.meanAbsoluteError(), VALUES, TRUTH, null, 0.5),
                Arguments.of(Metric.meanAbsoluteError(), VALUES, TRUTH, FOUR_WEIGHTS, 0.5576923076923077),
                Arguments.of(Metric.rSquared(), VALUES, TRUTH, null, 0.7287878787878788),
                Arguments.of(Metric.rSquared(), VALUES, TRUTH, FOUR_WEIGHTS, 0.5476190476190477));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void value_recordedCase_equalsScikitLearn(
            Metric metric, float[][] predictions, float[][] targets, double[] weights, double expected) {
        assertThat(value(metric, predictions, targets, weights)).isCloseTo(expected, within(1e-6));
    }

    static Stream<Metric> all() {
        Stream<String> ranked = Stream.of("auc", "averagePrecision", "f1", "recall")
                .flatMap(name ->
                        Stream.of("Macro", "Micro", "Weighted", "Class0").map(name::concat));
        return Stream.of(Metrics.namesOfClassification().stream(), Metrics.namesOfRegression().stream(), ranked)
                .flatMap(names -> names)
                .map(name -> name.equals("top5") ? "top2" : name) // of the three classes here
                .map(Metrics::named);
    }

    @ParameterizedTest
    @MethodSource("all")
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void values_predictionNaN_areNaN(Metric metric) {
        if (metric instanceof OfNumbers) {
            assertNaN(metric, VALUES, TRUTH);
            return;
        }
        assertNaN(metric, PROBABILITIES, CLASSES);
        if (!(metric instanceof TopKAccuracy)) {
            assertNaN(metric, SCORES, LABELS);
        }
    }

    private static void assertNaN(Metric metric, float[][] predictions, float[][] targets) {
        for (int row = 0; row < predictions.length; row++) {
            float[][] wrong = predictions.clone();
            wrong[row] = predictions[row].clone();
            wrong[row][0] = Float.NaN;
            double[] weights = new double[predictions.length];
            Arrays.fill(weights, 1);
            assertThat(measured(metric, wrong, targets, weights)).isNaN();
            value(metric, wrong, targets, null); // without a set: whatever it is, it comes to an end
            weights[row] = 0;
            assertThat(measured(metric, wrong, targets, weights))
                    .isEqualTo(measured(metric, predictions, targets, weights));
        }
    }

    private static Double measured(Metric metric, float[][] predictions, float[][] targets, double[] weights) {
        MetricSet set = new MetricSet(List.of(metric), predictions[0].length, targets[0].length);
        for (int row = 0; row < predictions.length; row++) {
            set.add(predictions[row], 0, targets[row], 0, weights[row]);
        }
        return set.values().get(metric.name());
    }

    @Test
    void set_twoMetricsOfOneName_isRefused() {
        assertThatThrownBy(() -> new MetricSet(List.of(Metric.accuracy(), Metric.brier(), Metric.accuracy()), 3, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("metrics must have different names, got two of accuracy");
    }

    @Test
    void set_metricsOfOtherNumbers_keepsEach() {
        List<Metric> metrics = List.of(
                Metric.calibrationError(),
                Metric.calibrationError(2),
                Metric.calibrationError(20),
                Metric.topKAccuracy(1),
                Metric.topKAccuracy(2),
                Metric.f1(Averaging.macro()),
                Metric.f1(Averaging.ofClass(1)),
                Metric.fBeta(0.5, Averaging.macro()));
        MetricSet set = new MetricSet(metrics, 3, 1);
        for (int row = 0; row < PROBABILITIES.length; row++) {
            set.add(PROBABILITIES[row], 0, CLASSES[row], 0, 1);
        }
        assertThat(set.values()).hasSize(metrics.size());
        for (Metric metric : metrics) {
            assertThat(set.values()).containsEntry(metric.name(), value(metric, PROBABILITIES, CLASSES, null));
        }
    }

    private static double value(Metric metric, float[][] predictions, float[][] targets, double[] weights) {
        Metric.Accumulator accumulator = metric.accumulator(predictions[0].length, targets[0].length);
        for (int row = 0; row < predictions.length; row++) {
            accumulator.add(predictions[row], 0, targets[row], 0, weights == null ? 1 : weights[row]);
        }
        return accumulator.value();
    }

    @Test
    void inTargetUnit_ofARegression_saysWhetherTheValueDoublesWithTheTarget() {
        for (Metric metric : Metric.ofRegression()) {
            double once = value(metric, VALUES, TRUTH, null);
            double twice = value(metric, doubled(VALUES), doubled(TRUTH), null);
            assertThat(Math.abs(twice - 2 * once) < 1e-9).as(metric.name()).isEqualTo(metric.inTargetUnit());
        }
        assertThat(Metric.ofClassification()).noneMatch(Metric::inTargetUnit);
    }

    private static float[][] doubled(float[][] rows) {
        float[][] doubled = new float[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            doubled[row] = rows[row].clone();
            for (int j = 0; j < doubled[row].length; j++) {
                doubled[row][j] *= 2;
            }
        }
        return doubled;
    }

    @Test
    void rocAuc_oneClassOnly_isNotDefined() {
        Metric.Accumulator accumulator = Metric.rocAuc().accumulator(2, 1);
        accumulator.add(new float[] {.2f, .8f}, 0, new float[] {1}, 0, 1);
        assertThat(accumulator.value()).isNaN();
    }

    @Test
    void rSquared_constantTarget_isNotDefined() {
        Metric.Accumulator accumulator = Metric.rSquared().accumulator(1, 1);
        accumulator.add(new float[] {2}, 0, new float[] {1}, 0, 1);
        accumulator.add(new float[] {3}, 0, new float[] {1}, 0, 1);
        assertThat(accumulator.value()).isNaN();
    }

    @Test
    void kappa_oneClassOnly_isNotDefined() {
        assertThat(value(Metric.cohenKappa(), new float[][] {{.2f, .8f}}, new float[][] {{1}}, null))
                .isNaN();
    }

    @Test
    void topKAccuracy_equalProbabilities_takesTheFirst() {
        float[][] even = {{.25f, .25f, .25f, .25f}};
        for (int k = 0; k < 4; k++) {
            float[][] truth = {{k}};
            assertThat(value(Metric.topKAccuracy(1), even, truth, null))
                    .isEqualTo(value(Metric.accuracy(), even, truth, null));
            assertThat(value(Metric.topKAccuracy(2), even, truth, null)).isEqualTo(k < 2 ? 1 : 0);
        }
    }

    @Test
    void calibrationError_confidenceOnTheEdgeOfABin_countsBelow() {
        float[][] predictions = {{.5f}, {.5f}, {.75f}, {.625f}};
        float[][] truth = {{0}, {1}, {1}, {1}};
        double error = value(Metric.calibrationError(2), predictions, truth, null);
        assertThat(error).isEqualTo((Math.abs(1 - .5 + 0 - .5) + (1 - .75) + (1 - .625)) / 4);
    }

    @Test
    void poissonDeviance_predictionsThatAreNoRates_showIt() {
        Metric metric = Metric.poissonDeviance();
        assertThat(value(metric, new float[][] {{0}}, new float[][] {{1}}, null))
                .isInfinite();
        assertThat(value(metric, new float[][] {{0}}, new float[][] {{0}}, null))
                .isZero();
        assertThat(value(metric, new float[][] {{-1}}, new float[][] {{0}}, null))
                .isNaN();
    }

    @Test
    void accumulator_shapesThatDoNotFit_areRefused() {
        assertThatThrownBy(() -> Metric.topKAccuracy(2).accumulator(3, 3))
                .hasMessage("top2 must have one class as the target of several outputs, got 3 targets and 3 outputs");
        assertThatThrownBy(() -> Metric.rootMeanSquaredError().accumulator(3, 1))
                .hasMessage(
                        "rmse is for numbers: it must have as many targets as outputs, got 1 targets and 3 outputs");
        assertThatThrownBy(() -> Metric.accuracy().accumulator(3, 2))
                .hasMessage("a metric of classes must have one class, or as many targets as outputs, got 2 targets and"
                        + " 3 outputs");
        assertThatThrownBy(() -> Metric.topKAccuracy(3).accumulator(3, 1))
                .hasMessage("top3 must count fewer than 3, the number of classes, or it is always 1, got 3");
        assertThatThrownBy(() -> Metric.f1(Averaging.ofClass(3)).accumulator(3, 1))
                .hasMessage("f1Class3 must be of a class below 3, the number of classes, got 3");
    }

    @Test
    void problem_ofEveryMetric_namesTheRuleAndTheTarget() {
        for (String name : Metrics.namesOfClassification()) {
            Metric metric = Metrics.named(name);
            assertThat(metric.problem(new float[] {9, 2}, 1, 1, 3)).as(name).isNull();
            assertThat(metric.problem(new float[] {2, 3}, 1, 1, 3))
                    .as(name)
                    .isEqualTo("class index must be a whole number k with 0 <= k < 3, got 3.0");
        }
        assertThat(Metric.logLoss().problem(new float[] {0.5f, 2}, 0, 2, 2))
                .isEqualTo("target probability must be in [0, 1], got 2.0");
        for (String name : Metrics.namesOfRegression()) {
            Metric metric = Metrics.named(name);
            assertThat(metric.problem(new float[] {1, 2.5f}, 0, 2, 2)).as(name).isNull();
            assertThat(metric.problem(new float[] {1, Float.NaN}, 0, 2, 2))
                    .as(name)
                    .startsWith("target ")
                    .contains(" must be finite")
                    .endsWith(", got NaN");
        }
        assertThat(Metric.meanAbsolutePercentageError().problem(new float[] {0}, 0, 1, 1))
                .isEqualTo("target must be finite and not 0, got 0.0");
        assertThat(Metric.poissonDeviance().problem(new float[] {-1}, 0, 1, 1))
                .isEqualTo("target count must be finite and not negative, got -1.0");
    }

    @Test
    void factories_numbersOutOfRange_areRefused() {
        assertThatThrownBy(() -> Metric.topKAccuracy(0)).hasMessage("TopKAccuracy.count must be positive, got 0");
        assertThatThrownBy(() -> Metric.fBeta(-1, Averaging.macro()))
                .hasMessage("FScore.beta must be a number that is not negative, got -1.0");
        assertThatThrownBy(() -> Metric.pinball(1)).hasMessage("Pinball.quantile must be between 0 and 1, got 1.0");
        assertThatThrownBy(() -> Metric.calibrationError(0))
                .hasMessage("CalibrationError.bins must be positive, got 0");
        assertThatThrownBy(() -> Averaging.ofClass(-1))
                .hasMessage("Averaging.ofClass.index must not be negative, got -1");
    }

    @Test
    void rocAuc_manyRows_equalsTheShareOfOrderedPairs() {
        int rows = 300;
        float[][] scores = new float[rows][1];
        float[][] truth = new float[rows][1];
        Seed seed = Seed.of(5);
        for (int row = 0; row < rows; row++) {
            truth[row][0] = seed.split("truth", row).permutation(2)[0];
            scores[row][0] = (seed.split("score", row).permutation(40)[0] - 20 + 3 * truth[row][0]) / 8;
        }
        double pairs = 0;
        double ordered = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                if (truth[i][0] > truth[j][0]) {
                    pairs++;
                    ordered += scores[i][0] > scores[j][0] ? 1 : scores[i][0] == scores[j][0] ? .5 : 0;
                }
            }
        }
        assertThat(value(Metric.rocAuc(), scores, truth, null)).isCloseTo(ordered / pairs, within(1e-12));
    }
}
