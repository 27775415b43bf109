package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.network.Network;
import dev.neurite.optimize.Average;
import dev.neurite.optimize.GradientTransform;
import dev.neurite.optimize.Schedule;
import dev.neurite.random.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Steps on the batch that is in the workspace already.
class RepeatedStepTest {
    private static final int STEPS = 20;

    private static final Network NETWORK = Network.dense(6, List.of(9, 5), Activation.tanh(), 0.2, 3);
    private static final Trainer TRAINER = Trainer.forClassification()
            .withBatchSize(5)
            .withEpochs(STEPS)
            .withSchedule(Schedule.cosine())
            .withTransforms(GradientTransform.clipByGlobalNorm(1))
            .withAverage(Average.exponential(0.9));

    /// The same row five times: its batch is the same in every order.
    private static Dataset oneBatch() {
        return Problems.random(1, 6, 3, Seed.of(4)).subset(new int[5]);
    }

    @Test
    void repeatStep_onTheOnlyBatch_givesTheBitsOfEpochsOfIt() {
        try (Training epochs = new Training(TRAINER, NETWORK, oneBatch());
                Training repeated = new Training(TRAINER, NETWORK, oneBatch())) {
            repeated.startEpoch(0);
            for (int i = 0; i < STEPS; i++) {
                epochs.startEpoch(i);
                double loss = i == 0 ? repeated.step() : repeated.repeatStep();
                assertThat(loss).isEqualTo(epochs.step());
            }
            assertThat(repeated.state().step()).isEqualTo(STEPS);
            assertThat(repeated.state().current()).isEqualTo(epochs.state().current());
            assertThat(repeated.state().average()).isEqualTo(epochs.state().average());
        }
    }

    @Test
    void repeatStep_beforeAStep_isRefused() {
        try (Training training = new Training(TRAINER, NETWORK, oneBatch())) {
            assertThatThrownBy(training::repeatStep)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a step can be repeated after a step of one batch, got step 0 of 1 batches");
        }
    }
}
