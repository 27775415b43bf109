package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.activation.Activation;
import dev.neurite.data.Classes;
import dev.neurite.data.Dataset;
import dev.neurite.metric.Evaluation;
import dev.neurite.metric.Metric;
import dev.neurite.model.Model;
import dev.neurite.network.Network;
import dev.neurite.optimize.Average;
import dev.neurite.optimize.Optimizer;
import dev.neurite.random.Seed;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnlineTrainingTest {
    private static final Network NETWORK = Network.dense(2, List.of(12), Activation.relu(), 0.2, 2);
    private static final Trainer TRAINER =
            Trainer.forClassification().withLearningRate(0.01).withSeed(5);

    static Stream<Trainer> trainers() {
        return Stream.concat(
                Optimizer.builtIn().stream().map(TRAINER::withOptimizer),
                Stream.of(
                        TRAINER.withBatchSize(7).withAccumulation(3),
                        TRAINER.withAverage(Average.exponential(0.9)),
                        TRAINER.withThreads(2)));
    }

    private static Dataset chunk(int index) {
        return Problems.ring(60 + 13 * index, 0, Seed.of(100 + index));
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void partialFit_sameRowsAgainAndAgain_givesWhatEpochsGive(Trainer trainer) {
        Dataset data = chunk(0);
        try (OnlineTraining online = trainer.online(NETWORK)) {
            List<Double> losses = IntStream.range(0, 4)
                    .mapToObj(_ -> online.partialFit(data).loss())
                    .toList();
            TrainingResult fitted = trainer.withEpochs(4).fit(NETWORK, data);
            assertThat(online.model()).isEqualTo(fitted.model());
            assertThat(losses)
                    .isEqualTo(fitted.history().stream()
                            .map(EpochRecord::trainingLoss)
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void online_fromASnapshot_goesOnWithTheSameBits(Trainer trainer) {
        TrainingState snapshot;
        Model atSnapshot;
        Model uninterrupted;
        try (OnlineTraining online = trainer.online(NETWORK)) {
            online.partialFit(chunk(0));
            online.partialFit(chunk(1));
            snapshot = online.snapshot();
            atSnapshot = online.model();
            online.partialFit(chunk(2));
            online.partialFit(chunk(3));
            uninterrupted = online.model();
        }
        try (OnlineTraining resumed = trainer.online(NETWORK, snapshot)) {
            assertThat(resumed.model()).isEqualTo(atSnapshot);
            assertThat(resumed.partialFit(chunk(2)).chunk()).isEqualTo(3);
            resumed.partialFit(chunk(3));
            assertThat(resumed.model()).isEqualTo(uninterrupted).isNotEqualTo(atSnapshot);
        }
        assertThat(snapshot.epoch()).as("the snapshot stays as it was").isEqualTo(2);
    }

    @Test
    void partialFit_stream_learns() {
        Dataset test = Problems.ring(400, 0, Seed.of(9));
        try (OnlineTraining online = TRAINER.online(NETWORK)) {
            for (int i = 0; i < 30; i++) {
                ChunkRecord learned = online.partialFit(Problems.ring(200, 0, Seed.of(200 + i)));
                assertThat(learned.divergence()).isEmpty();
                assertThat(learned.rows()).isEqualTo(200);
                assertThat(learned.steps()).isEqualTo(7L * (i + 1));
            }
            try (var predictor = online.model().predictor()) {
                assertThat(Evaluation.of(predictor, test, List.of(Metric.accuracy())))
                        .hasEntrySatisfying(
                                "accuracy", value -> assertThat(value).isGreaterThan(0.93));
            }
        }
    }

    @Test
    void online_model_goesOnFromItsParameters() {
        Model model = TRAINER.withEpochs(3).fit(NETWORK, chunk(0)).model();
        try (OnlineTraining online = TRAINER.online(model)) {
            assertThat(online.model()).isEqualTo(model);
            online.partialFit(chunk(1));
            assertThat(online.model())
                    .isEqualTo(TRAINER.withEpochs(1).fit(model, chunk(1)).model());
        }
    }

    @Test
    void partialFit_classNotDeclared_isRefusedAndNothingIsLearned() {
        Dataset threeClasses = Dataset.of(new float[][] {{1, 2}, {3, 4}}, new int[] {1, 2});
        Classes classes = Classes.of("cat", "dog");
        try (OnlineTraining online = TRAINER.online(NETWORK)) {
            Model before = online.model();
            assertThatThrownBy(() -> online.partialFit(threeClasses))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("chunk 1, row 1: ");
            assertThatThrownBy(() -> classes.dataset(new float[][] {{1, 2}, {3, 4}}, List.of("dog", "bird")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the class of row 1 must be one of cat, dog, got bird");
            assertThat(online.model()).isEqualTo(before);
            online.partialFit(classes.dataset(new float[][] {{1, 2}}, List.of("dog")));
            assertThat(online.model()).isNotEqualTo(before);
        }
    }

    @Test
    void partialFit_afterDivergence_isRefused() {
        try (OnlineTraining online = TRAINER.withLearningRate(1e30).online(NETWORK)) {
            Divergence divergence = online.partialFit(chunk(0)).divergence().orElseThrow();
            assertThat(divergence.place()).startsWith("layer ");
            assertThatThrownBy(() -> online.partialFit(chunk(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("there is no model: training " + divergence + "; go on from an earlier state");
            assertThatThrownBy(online::model).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void online_batchesThatNoMemoryHolds_areRefused() {
        assertThatThrownBy(() -> TRAINER.withBatchSize(Integer.MAX_VALUE).online(NETWORK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Trainer.batchSize must be small enough for a batch of a stream to fit in an array, got "
                        + Integer.MAX_VALUE);
    }

    @Test
    void online_stateOfAnotherTraining_isRefused() {
        TrainingState state;
        try (OnlineTraining online = TRAINER.online(NETWORK)) {
            state = online.snapshot();
        }
        Network wider = Network.dense(2, List.of(13), Activation.relu(), 0, 2);
        assertThatThrownBy(() -> TRAINER.online(wider, state))
                .hasMessageStartingWith("a state must have the layout of the network, got ");
        assertThatThrownBy(() -> TRAINER.withOptimizer(Optimizer.sgd()).online(NETWORK, state))
                .hasMessage("a state must have the 0 moments of sgd, got 2");
        assertThatThrownBy(() -> TRAINER.withAverage(Average.exponential(0.9)).online(NETWORK, state))
                .hasMessageStartingWith("a state must hold an average if and only if the trainer keeps one, got ");
    }
}
