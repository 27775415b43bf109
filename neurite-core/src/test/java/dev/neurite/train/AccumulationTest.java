package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.network.Network;
import dev.neurite.optimize.GradientTransform;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.Schedule;
import dev.neurite.parameter.Parameters;
import dev.neurite.random.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccumulationTest {
    private static final Network NETWORK = Network.dense(2, List.of(12, 7), Activation.tanh(), 0, 2);

    private static Dataset weighted(int rows) {
        float[] weights = new float[rows];
        for (int row = 0; row < rows; row++) {
            weights[row] = row % 5 == 0 ? 0 : row % 7 / 2f + 0.25f;
        }
        return Problems.ring(rows, 0.1, Seed.of(1)).withWeights(weights);
    }

    private static Trainer trainer(int batchSize, int batches) {
        return Trainer.forClassification()
                .withOptimizer(Optimizer.sgd())
                .withLearningRate(0.5)
                .withSchedule(Schedule.cosine())
                .withTransforms(GradientTransform.clipByGlobalNorm(0.3))
                .withBatchSize(batchSize)
                .withAccumulation(batches)
                .withEpochs(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {160, 167, 150})
    void fit_accumulatedBatches_isOneBatchOfAllTheirRows(int rows) {
        for (Dataset data : List.of(Problems.ring(rows, 0.1, Seed.of(1)), weighted(rows))) {
            TrainingResult accumulated = trainer(8, 4).fit(NETWORK, data);
            TrainingResult whole = trainer(32, 1).fit(NETWORK, data);

            assertThat(accumulated.steps()).isEqualTo(whole.steps());
            assertThat(distance(accumulated, whole)).isLessThan(2e-6 * norm(whole));
            assertThat(distance(trainer(8, 1).fit(NETWORK, data), whole)).isGreaterThan(1e-2 * norm(whole));
            for (int epoch = 0; epoch < 4; epoch++) {
                assertThat(accumulated.history().get(epoch).trainingLoss())
                        .isCloseTo(whole.history().get(epoch).trainingLoss(), within(1e-6));
            }
        }
    }

    private static double distance(TrainingResult a, TrainingResult b) {
        float[] p = a.model().parameters().toArray();
        float[] q = b.model().parameters().toArray();
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += ((double) p[i] - q[i]) * ((double) p[i] - q[i]);
        }
        return Math.sqrt(sum);
    }

    private static double norm(TrainingResult result) {
        Parameters parameters = result.model().parameters();
        double sum = 0;
        for (float p : parameters.toArray()) {
            sum += (double) p * p;
        }
        return Math.sqrt(sum);
    }

    @Test
    void fit_dropout_drawsAnewForEachBatch() {
        Network network = Network.dense(2, List.of(16), Activation.relu(), 0.5, 2);
        Dataset same = Problems.ring(64, 0, Seed.of(1)).subset(new int[64]);
        Trainer one = trainer(16, 1).withEpochs(1).withSteps(1);
        assertThat(trainer(16, 4).withEpochs(1).fit(network, same).model())
                .as("four batches of the same rows with masks of their own")
                .isNotEqualTo(one.fit(network, same).model());
    }

    @Test
    void fit_moreThreads_changesNoBit() {
        Network network = Network.dense(30, List.of(200, 100), Activation.gelu(), 0.1, 3);
        Dataset data = Problems.random(200, 30, 3, Seed.of(4));
        Trainer trainer = trainer(16, 3).withOptimizer(Optimizer.adam());
        assertThat(trainer.withThreads(3).fit(network, data).model())
                .isEqualTo(trainer.fit(network, data).model());
    }

    @Test
    void withAccumulation_none_isRefused() {
        assertThatThrownBy(() -> trainer(8, 0)).hasMessage("Trainer.accumulation must be positive, got 0");
    }
}
