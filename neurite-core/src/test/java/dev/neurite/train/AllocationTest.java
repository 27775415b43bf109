package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.neurite.activation.Activation;
import dev.neurite.kernels.Kernels;
import dev.neurite.loss.Loss;
import dev.neurite.model.Model;
import dev.neurite.model.Predictor;
import dev.neurite.network.Network;
import dev.neurite.optimize.GradientTransform;
import dev.neurite.optimize.Schedule;
import dev.neurite.optimize.Sgd;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A training step and a prediction allocate nothing, over all threads that take part.
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 3000;
    private static final int STEPS = 100;

    @Test
    void step_onceWarm_allocatesNothing() throws InterruptedException {
        Network network = Network.dense(200, List.of(190, 70), Activation.gelu(), 0.2, 3);
        Trainer trainer = Trainer.forClassification()
                .withThreads(2)
                .withBatchSize(130)
                .withSchedule(Schedule.cosine().afterWarmup(10))
                .withTransforms(GradientTransform.clipByGlobalNorm(1));
        try (Training training = new Training(trainer, network, Problems.random(1000, 200, 3, Seed.of(1)))) {
            assertThat(allocated(() -> step(training))).isZero();
        }
    }

    @Test
    void step_regressionWithMomentum_allocatesNothing() throws InterruptedException {
        Network network = Network.dense(2, List.of(10), Activation.tanh(), 0, 1);
        Trainer trainer =
                Trainer.of(Loss.meanSquaredError()).withOptimizer(Sgd.plain().withMomentum(0.9));
        try (Training training = new Training(trainer, network, Problems.curve(300, Seed.of(1)))) {
            assertThat(allocated(() -> step(training))).isZero();
        }
    }

    @Test
    void predict_intoTheCallersArray_allocatesNothing() throws InterruptedException {
        Network network = Network.dense(200, List.of(190, 70), Activation.relu(), 0, 3);
        Model model = new Model(
                network,
                Program.forPrediction(network, 1).initialize(Seed.of(1)),
                Loss.softmaxCrossEntropy().link());
        float[] inputs = new float[300 * 200];
        float[] outputs = new float[300 * 3];
        float[] example = new float[200];
        try (Predictor predictor = model.predictor(2)) {
            assertThat(allocated(() -> predictor.predict(inputs, 300, outputs))).isZero();
            assertThat(allocated(() -> predictor.predict(example, outputs))).isZero();
        }
    }

    private static void step(Training training) {
        if (!training.hasNextStep()) {
            training.startEpoch((int) (training.state().step() % 7));
        }
        training.step();
    }

    /// The least that this thread and the workers of Neurite allocate in 100 calls: the JVM allocates on our behalf
    /// until it has compiled the loops, so rounds go on until one is free of that. Other threads of the JVM, such
    /// as those of the test runner, are not counted.
    private static long allocated(Runnable action) throws InterruptedException {
        repeat(STEPS, action);
        Kernels.awaitWarmUp();
        long own = Thread.currentThread().threadId();
        long[] threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.threadId() == own || thread.getName().startsWith("neurite"))
                .mapToLong(Thread::threadId)
                .toArray();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > 0; round++) {
            long before = allocatedBy(threads);
            long reading = allocatedBy(threads) - before;
            before = allocatedBy(threads);
            repeat(STEPS, action);
            least = Math.min(least, allocatedBy(threads) - before - reading);
        }
        return least;
    }

    private static long allocatedBy(long[] threads) {
        long sum = 0;
        for (long thread : threads) {
            sum += THREADS.getThreadAllocatedBytes(thread);
        }
        return sum;
    }

    private static void repeat(int times, Runnable action) {
        for (int i = 0; i < times; i++) {
            action.run();
        }
    }
}
