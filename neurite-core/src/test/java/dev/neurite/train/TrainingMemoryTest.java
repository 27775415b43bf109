package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.network.Network;
import dev.neurite.optimize.Adam;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.Sgd;
import dev.neurite.random.Seed;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingMemoryTest {
    private static final int BATCH = 200;

    /// 1,000·2,000 + 2,000 + 2,000·2,000 + 2,000 + 2,000·10 + 10 parameters.
    private static final Network LARGE = Network.dense(1000, List.of(2000, 2000), Activation.gelu(), 0, 10);

    static List<Optimizer> optimizers() {
        return List.of(Adam.standard(), Sgd.plain().withMomentum(0.9), Sgd.plain());
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void total_ofALargeNetwork_isTheLiveHeap(Optimizer optimizer) {
        Dataset data = Problems.random(BATCH, 1000, 10, Seed.of(1));
        Trainer trainer = Trainer.forClassification().withOptimizer(optimizer).withBatchSize(BATCH);
        long before = liveBytes();
        try (Training training = new Training(trainer, LARGE, data)) {
            training.step();
            double live = liveBytes() - before;
            double stated = TrainingMemory.of(LARGE, optimizer, BATCH).total();

            assertThat(live).isCloseTo(stated, within(0.2 * stated));
            assertThat(training.state().step()).isEqualTo(1); // alive until here
        }
    }

    /// Rows are padded to 16 numbers: 3 inputs and 5 units are 16 each; those of 2 outputs follow each other, and
    /// the 14 numbers of 7 rows take 16. Two values and deltas of a region; two doubles of the widest for sums.
    @Test
    void of_aSmallNetwork_isCountedByHand() {
        TrainingMemory memory =
                TrainingMemory.of(Network.dense(3, List.of(5), Activation.relu(), 0, 2), Adam.standard(), 7);

        long numbers = 16 * (3 + 1 + 5 + 1);
        assertThat(memory)
                .isEqualTo(new TrainingMemory(
                        4 * numbers, 4 * numbers, 2 * 4 * numbers, 2 * 4 * (2 * 7 * 16 + 16) + 2 * 8 * 5));
        assertThat(memory.total()).isEqualTo(16 * numbers + memory.workspace());
    }

    @Test
    void of_aBatchThatNoArrayHolds_isRefused() {
        assertThatThrownBy(() -> TrainingMemory.of(LARGE, Adam.standard(), 2_000_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must each fit into one array");
    }

    /// What is reachable: used by the heap after a full collection.
    private static long liveBytes() {
        for (int i = 0; i < 2; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
