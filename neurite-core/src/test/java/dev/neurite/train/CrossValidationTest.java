package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.data.Split;
import dev.neurite.loss.Loss;
import dev.neurite.metric.Evaluation;
import dev.neurite.metric.Metric;
import dev.neurite.network.Network;
import dev.neurite.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CrossValidationTest {
    private static final Network NETWORK = Network.dense(2, List.of(12), Activation.relu(), 0.1, 2);
    private static final Dataset DATA = Problems.ring(203, 0.1, Seed.of(1));
    private static final Trainer TRAINER = Trainer.forClassification()
            .withMetrics(Metric.accuracy(), Metric.logLoss())
            .withEpochs(4)
            .withLearningRate(0.02);

    @Test
    void run_eachFold_isATrainingOfItsOwn() {
        CrossValidationResult result =
                CrossValidation.of(5).withSeed(7).withThreads(3).run(TRAINER, NETWORK, DATA);

        assertThat(result.folds()).hasSize(5);
        for (CrossValidationResult.Fold fold : result.folds()) {
            Dataset heldOut = DATA.subset(fold.rows().heldOut());
            TrainingResult alone = TRAINER.fit(NETWORK, DATA.subset(fold.rows().train()));
            assertThat(fold.training().model()).isEqualTo(alone.model());
            try (var predictor = alone.model().predictor()) {
                var metrics = Evaluation.of(predictor, heldOut, TRAINER.metrics());
                assertThat(fold.metrics()).containsAllEntriesOf(metrics);
                assertThat(fold.metrics().get("loss")).isCloseTo(metrics.get("logLoss"), within(1e-6));
            }
        }
        assertThat(result.metrics()).containsExactly("loss", "accuracy", "logLoss");
    }

    @Test
    void run_meanAndDeviation_areThoseOfTheFolds() {
        CrossValidationResult result = CrossValidation.of(3).run(TRAINER, NETWORK, DATA);
        double[] x = result.folds().stream()
                .mapToDouble(fold -> fold.metrics().get("accuracy"))
                .toArray();
        double mean = (x[0] + x[1] + x[2]) / 3;
        double pairs = Math.pow(x[0] - x[1], 2) + Math.pow(x[0] - x[2], 2) + Math.pow(x[1] - x[2], 2);
        assertThat(result.mean("accuracy")).isCloseTo(mean, within(1e-12));
        assertThat(result.deviation("accuracy")).isCloseTo(Math.sqrt(pairs / 6), within(1e-12));
        assertThatThrownBy(() -> result.mean("auc"))
                .hasMessage("metric must be one of loss, accuracy, logLoss, got auc");
    }

    @Test
    void run_rowsForStopping_areTakenFromTheTrainingRows() {
        EarlyStopping rule = EarlyStopping.after(3);
        Trainer patient = TRAINER.withEpochs(100).withLearningRate(0.1).withEarlyStopping(rule);
        CrossValidation folds = CrossValidation.of(4).withValidation(0.25).withSeed(2);
        CrossValidationResult result = folds.run(patient, NETWORK, DATA);
        assertThat(result.folds())
                .allSatisfy(fold -> assertThat(fold.training().end()).isEqualTo(End.STOPPED_EARLY));
        CrossValidationResult.Fold fold = result.folds().get(2);
        Dataset seen = DATA.subset(fold.rows().train());
        Split split = Split.of(seen, 2, 0.25, Seed.of(2).split("validation", 2));
        assertThat(fold.training().model())
                .isEqualTo(patient.fit(NETWORK, seen.subset(split.train()), seen.subset(split.heldOut()))
                        .model());
    }

    @Test
    void run_anyNumberOfThreads_givesTheSame() {
        CrossValidation folds = CrossValidation.of(6).withSeed(3);
        CrossValidationResult one = folds.run(TRAINER.withThreads(2), NETWORK, DATA);
        CrossValidationResult many = folds.withThreads(4).run(TRAINER, NETWORK, DATA);
        for (int i = 0; i < 6; i++) {
            assertThat(many.folds().get(i).index()).isEqualTo(i);
            assertThat(many.folds().get(i).metrics())
                    .isEqualTo(one.folds().get(i).metrics());
            assertThat(many.folds().get(i).training().model())
                    .isEqualTo(one.folds().get(i).training().model());
        }
        assertThat(folds.withSeed(4)
                        .run(TRAINER, NETWORK, DATA)
                        .folds()
                        .getFirst()
                        .rows()
                        .heldOut())
                .isNotEqualTo(one.folds().getFirst().rows().heldOut());
    }

    @Test
    void run_listener_hearsOneEventAtATime() {
        List<TrainingEvent> events = new ArrayList<>();
        CrossValidation.of(4).withThreads(4).run(TRAINER.withListener(events::add), NETWORK, DATA);
        assertThat(events).filteredOn(TrainingEvent.Finished.class::isInstance).hasSize(4);
        assertThat(events)
                .filteredOn(TrainingEvent.EpochEnded.class::isInstance)
                .hasSize(16);
    }

    @Test
    void run_foldThatDiverges_isNamed() {
        assertThatThrownBy(() -> CrossValidation.of(3).run(TRAINER.withLearningRate(1e30), NETWORK, DATA))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("fold 1 diverged at step ");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void run_aFoldThrows_theOthersStop() {
        AtomicBoolean thrown = new AtomicBoolean();
        Trainer endless = TRAINER.withEpochs(100_000_000).withListener(event -> {
            if (event instanceof TrainingEvent.EpochEnded && !thrown.getAndSet(true)) {
                throw new IllegalStateException("enough");
            }
        });
        assertThatThrownBy(() -> CrossValidation.of(3).withThreads(2).run(endless, NETWORK, DATA))
                .hasMessage("enough");
    }

    @Test
    void run_stopSignal_stopsEveryFold() {
        StopSignal stop = new StopSignal();
        Trainer stopping = TRAINER.withEpochs(100_000_000).withListener(event -> stop.request());
        assertThat(CrossValidation.of(3).run(stopping, NETWORK, DATA, stop).folds())
                .allSatisfy(fold -> assertThat(fold.training().end()).isEqualTo(End.INTERRUPTED));
    }

    @Test
    void run_targetThatAMetricCannotTake_isRefusedByItsRow() {
        Dataset data = Dataset.of(new float[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}}, new float[] {1, 2, 0, 4});
        Trainer trainer = Trainer.of(Loss.meanSquaredError())
                .withMetrics(Metric.meanAbsolutePercentageError())
                .withEpochs(1);
        Network network = Network.dense(2, List.of(3), Activation.relu(), 0, 1);
        assertThatThrownBy(() -> CrossValidation.of(2).run(trainer, network, data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("data, row 2: target must be finite and not 0, got 0.0, as mape needs it");
    }

    @Test
    void of_numbersOutOfRange_areRefused() {
        assertThatThrownBy(() -> CrossValidation.of(1)).hasMessage("CrossValidation.folds must be at least 2, got 1");
        assertThatThrownBy(() -> CrossValidation.of(2).withValidation(1))
                .hasMessage("CrossValidation.validation must be in [0, 1), got 1.0");
        assertThatThrownBy(() -> CrossValidation.of(2).withThreads(0))
                .hasMessage("CrossValidation.threads must be positive, got 0");
        assertThatThrownBy(() -> CrossValidation.of(204).run(TRAINER, NETWORK, DATA))
                .hasMessage("folds must be from 2 to 203, the number of rows, got 204");
    }
}
