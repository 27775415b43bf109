package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.loss.Loss;
import dev.neurite.metric.Averaging;
import dev.neurite.metric.Evaluation;
import dev.neurite.metric.Metric;
import dev.neurite.network.Dropout;
import dev.neurite.network.Network;
import dev.neurite.optimize.Adam;
import dev.neurite.optimize.GradientTransform;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.Plateau;
import dev.neurite.optimize.Schedule;
import dev.neurite.optimize.Sgd;
import dev.neurite.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainerTest {
    private static final Network RING = Network.dense(2, List.of(16, 16), Activation.relu(), 0, 2);

    @Test
    void fit_ring_learnsIt() {
        Trainer trainer = Trainer.forClassification().withEpochs(60).withLearningRate(0.01);
        TrainingResult result = trainer.fit(RING, Problems.ring(1000, 0, Seed.of(1)));
        assertThat(accuracy(result, Problems.ring(1000, 0, Seed.of(2)))).isGreaterThan(0.97);
        assertThat(result.end()).isEqualTo(End.COMPLETED);
        assertThat(result.history()).hasSize(60);
    }

    @Test
    void fit_curve_learnsIt() {
        Network network = Network.dense(2, List.of(32), Activation.tanh(), 0, 1);
        TrainingResult result = Trainer.forRegression()
                .withEpochs(150)
                .withLearningRate(0.01)
                .withSchedule(Schedule.cosine())
                .fit(network, Problems.curve(1000, Seed.of(1)));
        Map<String, Double> measured =
                Evaluation.of(result.model().predictor(), Problems.curve(500, Seed.of(2)), Metric.ofRegression());
        assertThat(measured.get("r2")).isGreaterThan(0.99);
    }

    static Stream<Trainer> optimizers() {
        Trainer base = Trainer.forClassification().withEpochs(40);
        return Stream.of(
                base.withOptimizer(Optimizer.sgd()).withLearningRate(0.3).withEpochs(100),
                base.withOptimizer(Sgd.plain().withMomentum(0.9)).withLearningRate(0.03),
                base.withOptimizer(Sgd.plain().withMomentum(0.9).withNesterov()).withLearningRate(0.03),
                base.withOptimizer(Adam.decoupled(0.01)).withLearningRate(0.01),
                base.withOptimizer(Adam.standard())
                        .withLearningRate(0.02)
                        .withSchedule(Schedule.cosine().afterWarmup(100))
                        .withTransforms(GradientTransform.clipByGlobalNorm(1)));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void fit_eachOptimizer_learnsTheRing(Trainer trainer) {
        TrainingResult result = trainer.fit(RING, Problems.ring(1000, 0, Seed.of(1)));
        assertThat(accuracy(result, Problems.ring(1000, 0, Seed.of(2)))).isGreaterThan(0.95);
    }

    /// Nothing is good enough to count as improvement, so after two epochs the steps are too short to
    /// move anything.
    @Test
    void fit_onPlateau_reducesTheLearningRate() {
        Dataset data = Problems.ring(100, 0, Seed.of(1));
        Plateau plateau = new Plateau(Schedule.constant(), 1e-30, 0, 0.999, 0, 0);
        Trainer trainer = Trainer.forClassification().withOptimizer(Optimizer.sgd());
        for (Trainer reduced : List.of(trainer.withSchedule(plateau), trainer.withSchedule(plateau.afterWarmup(3)))) {
            assertThat(reduced.withEpochs(5).fit(RING, data).model())
                    .isEqualTo(reduced.withEpochs(2).fit(RING, data).model())
                    .isNotEqualTo(trainer.withEpochs(5).fit(RING, data).model());
        }
        assertThat(trainer.withSchedule(plateau)
                        .withEpochs(9)
                        .fit(RING, data, data)
                        .bestEpoch())
                .isEqualTo(2);
    }

    @Test
    void fit_sigmoidLoss_learnsTheRing() {
        Network network = Network.dense(2, List.of(16, 16), Activation.silu(), 0, 1);
        TrainingResult result = Trainer.of(Loss.sigmoidCrossEntropy())
                .withEpochs(60)
                .withLearningRate(0.01)
                .fit(network, Problems.ring(1000, 0, Seed.of(1)));
        assertThat(accuracy(result, Problems.ring(1000, 0, Seed.of(2)))).isGreaterThan(0.96);
    }

    @Test
    void fit_withValidation_givesTheModelOfTheBestEpoch() {
        Dataset train = Problems.ring(100, 0.3, Seed.of(1));
        Dataset validation = Problems.ring(200, 0.3, Seed.of(2));
        Trainer trainer = Trainer.forClassification().withLearningRate(0.01).withEarlyStopping(EarlyStopping.after(15));
        TrainingResult result = trainer.fit(RING, train, validation);
        assertThat(result.end()).isEqualTo(End.STOPPED_EARLY);
        assertThat(result.history()).hasSize(result.bestEpoch() + 15);
        double best = result.history().stream()
                .mapToDouble(EpochRecord::validationLoss)
                .min()
                .orElseThrow();
        double ofModel = Evaluation.of(result.model().predictor(), validation, List.of(Metric.logLoss()))
                .get("logLoss");
        assertThat(ofModel).isCloseTo(best, org.assertj.core.api.Assertions.within(1e-6));
        TrainingResult again = trainer.withEpochs(result.bestEpoch()).fit(RING, train);
        assertThat(again.model()).isEqualTo(result.model());
    }

    @Test
    void fit_sameSeed_givesTheSameModel() {
        Dataset data = Problems.ring(300, 0.1, Seed.of(1));
        Trainer trainer = Trainer.forClassification().withEpochs(5);
        assertThat(trainer.fit(RING, data).model())
                .isEqualTo(trainer.fit(RING, data).model());
        assertThat(trainer.fit(RING, data).model())
                .isNotEqualTo(trainer.withSeed(2).fit(RING, data).model());
    }

    @Test
    void fit_weightTwo_equalsTheRowTwice() {
        Dataset data = Problems.ring(40, 0, Seed.of(1));
        float[] weights = new float[40];
        int[] rows = new int[60];
        for (int row = 0; row < 40; row++) {
            weights[row] = row < 20 ? 2 : 1;
            rows[row] = row;
        }
        for (int row = 0; row < 20; row++) {
            rows[40 + row] = row;
        }
        Trainer trainer = Trainer.forClassification()
                .withOptimizer(Optimizer.sgd())
                .withLearningRate(0.1)
                .withBatchSize(100)
                .withEpochs(30);
        double[] weighted = losses(trainer.fit(RING, data.withWeights(weights)));
        double[] repeated = losses(trainer.fit(RING, data.subset(rows)));
        assertThat(weighted).containsExactly(repeated, org.assertj.core.api.Assertions.within(1e-5));
    }

    @Test
    void fit_rowsOfWeightZero_takeNoPart() {
        Dataset data = Problems.ring(60, 0, Seed.of(1));
        float[] weights = new float[60];
        int[] rows = new int[40];
        for (int i = 0; i < 40; i++) {
            rows[i] = i + 20;
            weights[rows[i]] = 1;
        }
        Trainer trainer = Trainer.forClassification().withBatchSize(7).withEpochs(3);
        assertThat(trainer.fit(RING, data.withWeights(weights)).model())
                .isEqualTo(trainer.fit(RING, data.subset(rows)).model());
    }

    @Test
    void fit_networkWithoutParameters_isRefused() {
        Network network = Network.of(2, new Dropout(0.5));
        assertThatThrownBy(() -> Trainer.forClassification().fit(network, Problems.ring(10, 0, Seed.of(1))))
                .hasMessageStartingWith("a network must have parameters to be trained, got Network[");
    }

    @Test
    void fit_hugeLearningRate_reportsDivergence() {
        List<TrainingEvent> events = new ArrayList<>();
        TrainingResult result = Trainer.forClassification()
                .withLearningRate(1e6)
                .withListener(events::add)
                .fit(RING, Problems.ring(300, 0, Seed.of(1)));
        assertThat(result.end()).isEqualTo(End.DIVERGED);
        assertThat(result.divergence().orElseThrow().place()).startsWith("layer ");
        assertThat(events).anyMatch(TrainingEvent.Diverged.class::isInstance);
        assertThatThrownBy(result::model)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("diverged at step")
                .hasMessageContaining("try a smaller learning rate");
    }

    @Test
    void fit_divergenceInTheOnlyStep_isSeen() {
        Dataset data = Problems.curve(30, Seed.of(1));
        Network network = Network.dense(2, List.of(8, 8), Activation.relu(), 0, 1);
        Trainer trainer = Trainer.forRegression().withEpochs(1).withLearningRate(1e6);
        for (TrainingResult result : List.of(
                trainer.fit(network, data),
                trainer.fit(network, data, data),
                trainer.withLearningRate(1e30).fit(network, data))) {
            assertThat(result.end()).isEqualTo(End.DIVERGED);
            assertThat(result.divergence().orElseThrow().place()).startsWith("layer ");
            assertThatThrownBy(result::model).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void fit_stopSignal_endsAfterTheCurrentBatch() {
        StopSignal stop = new StopSignal();
        TrainingResult result = Trainer.forClassification()
                .withBatchSize(10)
                .withListener(event -> {
                    if (event instanceof TrainingEvent.Progress progress && progress.epoch() == 3) {
                        stop.request();
                    }
                })
                .fit(RING, Problems.ring(300, 0, Seed.of(1)), Problems.ring(30, 0, Seed.of(2)), stop);
        assertThat(result.end()).isEqualTo(End.INTERRUPTED);
        assertThat(result.history()).hasSize(2);
        assertThat(result.steps()).isBetween(61L, 89L);
        assertThat(result.bestEpoch()).isPositive();
    }

    @Test
    void fit_stopSignalAfterAStepThatDiverges_hasNoModel() {
        StopSignal stop = new StopSignal();
        TrainingResult result = Trainer.forClassification()
                .withBatchSize(10)
                .withLearningRate(1e30)
                .withTransforms(afterStep(1, stop))
                .fit(RING, Problems.ring(300, 0, Seed.of(1)), null, stop);
        assertThat(result.steps()).isEqualTo(1);
        assertThat(result.end()).isEqualTo(End.DIVERGED);
        assertThat(result.hasModel()).isFalse();
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void fit_divergingBeforeValidation_endsWhateverIsMeasured() {
        TrainingResult result = Trainer.forClassification()
                .withMetrics(Metric.rocAuc(), Metric.averagePrecision(Averaging.macro()))
                .withBatchSize(300)
                .withLearningRate(1e30)
                .fit(RING, Problems.ring(300, 0, Seed.of(1)), Problems.ring(30, 0, Seed.of(2)));
        assertThat(result.steps()).isEqualTo(1);
        assertThat(result.end()).isEqualTo(End.DIVERGED);
    }

    static IntStream fit_asManyStepsAsAnInterruptedTraining_givesTheSameModel() {
        return IntStream.of(61, 75, 89, 90);
    }

    @ParameterizedTest
    @MethodSource
    void fit_asManyStepsAsAnInterruptedTraining_givesTheSameModel(int steps) {
        Dataset data = Problems.ring(300, 0, Seed.of(1));
        Dataset validation = Problems.ring(30, 0, Seed.of(2));
        Trainer trainer =
                Trainer.forClassification().withBatchSize(10).withEpochs(6).withSchedule(Schedule.cosine());
        StopSignal stop = new StopSignal();
        TrainingResult interrupted =
                trainer.withTransforms(afterStep(steps, stop)).fit(RING, data, validation, stop);
        TrainingResult limited = trainer.withSteps(interrupted.steps()).fit(RING, data, validation);

        assertThat(interrupted.end()).isEqualTo(End.INTERRUPTED);
        assertThat(interrupted.steps()).isEqualTo(steps);
        assertThat(limited.end()).isEqualTo(End.STEP_LIMIT);
        assertThat(limited.steps()).isEqualTo(steps);
        assertThat(limited.history()).isEqualTo(interrupted.history());
        assertThat(limited.model()).isEqualTo(interrupted.model());
    }

    /// Asks to stop while a step is taken; changes no gradient.
    private static GradientTransform afterStep(int step, StopSignal stop) {
        int[] taken = {0};
        return (gradients, layout) -> {
            if (++taken[0] == step) {
                stop.request();
            }
        };
    }

    @Test
    void fit_fewerStepsThanAnEpoch_givesTheParametersAfterThem() {
        Dataset data = Problems.ring(300, 0, Seed.of(1));
        Trainer trainer = Trainer.forClassification().withBatchSize(10).withEpochs(1);
        TrainingResult result = trainer.withSteps(7).fit(RING, data, data);

        assertThat(result.end()).isEqualTo(End.STEP_LIMIT);
        assertThat(result.history()).isEmpty();
        assertThat(result.model())
                .isEqualTo(trainer.withSteps(7).fit(RING, data).model());
        assertThat(result.model())
                .isNotEqualTo(trainer.withSteps(8).fit(RING, data).model());
        assertThat(trainer.withSteps(30).fit(RING, data).end()).isEqualTo(End.COMPLETED);
        assertThat(trainer.withSteps(7).withLearningRate(1e30).fit(RING, data).end())
                .isEqualTo(End.DIVERGED);
    }

    @Test
    void fit_dataThatDoesNotFit_isRefused() {
        Dataset data = Problems.ring(10, 0, Seed.of(1));
        Trainer trainer = Trainer.forClassification();
        Network three = Network.dense(3, List.of(), Activation.relu(), 0, 2);
        assertThatThrownBy(() -> trainer.fit(three, data))
                .hasMessage("training data must have 3 inputs like the network, got 2");
        assertThatThrownBy(() -> trainer.fit(RING, Dataset.of(new float[][] {{1, 2}}, new int[] {2})))
                .hasMessage("training data, row 0: class index must be a whole number k with 0 <= k < 2, got 2.0");
        assertThatThrownBy(() -> trainer.fit(RING, Dataset.of(new float[][] {{1, 2}}, new float[][] {{1, 2}})))
                .hasMessage("training data must have 1 targets for softmax cross-entropy and 2 outputs, got 2");
        assertThatThrownBy(() -> Trainer.of(Loss.sigmoidCrossEntropy())
                        .fit(RING, Dataset.of(new float[][] {{1, 2}}, new float[][] {{1, 2}})))
                .hasMessage("training data, row 0: target probability must be in [0, 1], got 2.0");
    }

    @Test
    void numbers_outOfRange_areRefused() {
        Trainer trainer = Trainer.forClassification();
        assertThatThrownBy(() -> trainer.withLearningRate(-1))
                .hasMessage("Trainer.learningRate must be finite and positive, got -1.0");
        assertThatThrownBy(() -> trainer.withEpochs(0)).hasMessage("Trainer.epochs must be positive, got 0");
        assertThatThrownBy(() -> trainer.withSteps(0)).hasMessage("Trainer.steps must be positive, got 0");
        assertThatThrownBy(() -> trainer.withThreads(0)).hasMessage("Trainer.threads must be positive, got 0");
        assertThatThrownBy(() -> trainer.withBatchSize(-1))
                .hasMessage("Trainer.batchSize must not be negative, got -1");
        assertThatThrownBy(() -> EarlyStopping.after(0)).hasMessage("EarlyStopping.patience must be positive, got 0");
    }

    private static double accuracy(TrainingResult result, Dataset data) {
        return Evaluation.of(result.model().predictor(), data, List.of(Metric.accuracy()))
                .get("accuracy");
    }

    private static double[] losses(TrainingResult result) {
        return result.history().stream().mapToDouble(EpochRecord::trainingLoss).toArray();
    }
}
