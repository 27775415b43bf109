package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.metric.Evaluation;
import dev.neurite.metric.Metric;
import dev.neurite.network.Network;
import dev.neurite.random.Seed;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EarlyStoppingTest {
    private static final Network NETWORK = Network.dense(2, List.of(12), Activation.relu(), 0, 2);
    private static final Dataset DATA = Problems.ring(300, 0.2, Seed.of(1));
    private static final Dataset VALIDATION = Problems.ring(100, 0.2, Seed.of(2));

    static Stream<EarlyStopping> rules() {
        return Stream.of(
                EarlyStopping.after(4),
                EarlyStopping.after(3).withMinimumImprovement(0.02),
                EarlyStopping.on(Metric.accuracy()).withPatience(5),
                EarlyStopping.on(Metric.rocAuc()).withPatience(4).withMinimumImprovement(0.01),
                EarlyStopping.on(Metric.brier()).withPatience(4),
                EarlyStopping.on(Metric.logLoss()).withPatience(2).withMinimumImprovement(0.01));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void fit_rule_stopsAtTheFirstEpochThatIsPatienceAfterTheBest(EarlyStopping rule) {
        TrainingResult result = trainer(rule).fit(NETWORK, DATA, VALIDATION);

        int best = bestByHand(rule, result.history());
        assertThat(result.end()).isEqualTo(End.STOPPED_EARLY);
        assertThat(result.bestEpoch()).isEqualTo(best);
        assertThat(result.history()).hasSize(best + rule.patience());
        assertThat(result.model())
                .isEqualTo(trainer(EarlyStopping.never())
                        .withEpochs(best)
                        .fit(NETWORK, DATA)
                        .model());
    }

    private static Trainer trainer(EarlyStopping rule) {
        return Trainer.forClassification()
                .withBatchSize(10)
                .withLearningRate(0.03)
                .withEpochs(200)
                .withEarlyStopping(rule);
    }

    /// The last epoch that was better than the best one before it by the minimum improvement.
    private static int bestByHand(EarlyStopping rule, List<EpochRecord> history) {
        ToDoubleFunction<EpochRecord> value = rule.metric().isEmpty()
                ? EpochRecord::validationLoss
                : epoch -> epoch.metrics().get(rule.metric().get().name());
        boolean higherIsBetter = rule.metric().map(Metric::higherIsBetter).orElse(false);
        int best = 0;
        for (int epoch = 1; epoch <= history.size(); epoch++) {
            double gain = best == 0
                    ? Double.POSITIVE_INFINITY
                    : value.applyAsDouble(history.get(epoch - 1)) - value.applyAsDouble(history.get(best - 1));
            best = best == 0 || (higherIsBetter ? gain : -gain) > rule.minimumImprovement() ? epoch : best;
        }
        return best;
    }

    @Test
    void fit_onMetric_returnsTheModelThatReachesTheBestValue() {
        TrainingResult result =
                trainer(EarlyStopping.on(Metric.rocAuc()).withPatience(6)).fit(NETWORK, DATA, VALIDATION);

        double best = result.history().stream()
                .mapToDouble(epoch -> epoch.metrics().get("auc"))
                .max()
                .orElseThrow();
        try (var predictor = result.model().predictor()) {
            assertThat(Evaluation.of(predictor, VALIDATION, List.of(Metric.rocAuc())))
                    .containsEntry("auc", best);
        }
        assertThat(result.history().getFirst().metrics()).containsOnlyKeys("accuracy", "auc");
    }

    @Test
    void fit_metricThatIsNeverDefined_neverImproves() {
        Dataset oneClass = VALIDATION.subset(rowsOfClassZero());
        EarlyStopping rule = EarlyStopping.on(Metric.rocAuc()).withPatience(3);
        TrainingResult result = trainer(rule).fit(NETWORK, DATA, oneClass);

        assertThat(result.bestEpoch()).isZero();
        assertThat(result.history()).hasSize(3);
        assertThat(result.end()).isEqualTo(End.STOPPED_EARLY);
    }

    private static int[] rowsOfClassZero() {
        float[] target = new float[1];
        return IntStream.range(0, VALIDATION.size())
                .filter(row -> {
                    VALIDATION.copyTargets(row, target, 0);
                    return target[0] == 0;
                })
                .toArray();
    }

    @Test
    void withMinimumImprovement_notANumber_isRefused() {
        assertThatThrownBy(() -> EarlyStopping.after(1).withMinimumImprovement(Double.NaN))
                .hasMessage("EarlyStopping.minimumImprovement must be finite and not negative, got NaN");
        assertThatThrownBy(() -> EarlyStopping.on(Metric.accuracy()).withPatience(0))
                .hasMessage("EarlyStopping.patience must be positive, got 0");
    }
}
