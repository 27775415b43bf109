package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.network.Network;
import dev.neurite.optimize.Optimizer;
import dev.neurite.random.Seed;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Large enough that the threads share the update.
class OptimizerBitsTest {
    private static final Network NETWORK = Network.dense(2, List.of(400, 400), Activation.relu(), 0, 2);
    private static final Dataset DATA = Problems.ring(160, 0.1, Seed.of(1));

    @ParameterizedTest
    @MethodSource("dev.neurite.optimize.Optimizer#builtIn")
    void fit_anyThreads_givesTheSameBits(Optimizer optimizer) {
        Trainer trainer = Trainer.forClassification()
                .withOptimizer(optimizer)
                .withLearningRate(0.001)
                .withBatchSize(16)
                .withEpochs(1);
        TrainingResult one = trainer.fit(NETWORK, DATA);
        assertThat(one.end()).isEqualTo(End.COMPLETED);
        assertThat(trainer.withThreads(3).fit(NETWORK, DATA).model()).isEqualTo(one.model());
    }
}
