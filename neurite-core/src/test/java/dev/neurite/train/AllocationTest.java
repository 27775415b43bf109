package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.neurite.activation.Activation;
import dev.neurite.kernels.Kernels;
import dev.neurite.loss.Loss;
import dev.neurite.model.Model;
import dev.neurite.model.Predictor;
import dev.neurite.network.EveryLayer;
import dev.neurite.network.Network;
import dev.neurite.optimize.Average;
import dev.neurite.optimize.Exponential;
import dev.neurite.optimize.GradientTransform;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.Schedule;
import dev.neurite.optimize.Sgd;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Rows;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
                .withTransforms(
                        GradientTransform.clipByValue(5),
                        GradientTransform.clipByNorm(2),
                        GradientTransform.clipByGlobalNorm(1));
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

    static List<Schedule> schedules() {
        return List.of(
                Schedule.step(10, 0.9),
                Schedule.multiStep(0.9, 10, 1000),
                new Exponential(0.999, 10),
                Schedule.cosineRestarts(10, 2),
                Schedule.flatCosine(),
                Schedule.logCosine(),
                Schedule.oneCycle(),
                Schedule.polynomial(1.5),
                Schedule.inverseScaling().onPlateau());
    }

    /// Every optimizer, each with one of the schedules, by turns.
    @ParameterizedTest
    @MethodSource("dev.neurite.optimize.Optimizer#builtIn")
    void step_eachOptimizer_allocatesNothing(Optimizer optimizer) throws InterruptedException {
        Network network = Network.dense(2, List.of(10), Activation.tanh(), 0, 1);
        int number = Optimizer.builtIn().indexOf(optimizer);
        Trainer trainer = Trainer.of(Loss.meanSquaredError())
                .withOptimizer(optimizer)
                .withSchedule(schedules().get(number % schedules().size()))
                .withAverage(Average.exponential(0.99));
        try (Training training = new Training(trainer, network, Problems.curve(300, Seed.of(1)))) {
            assertThat(allocated(() -> step(training))).isZero();
        }
    }

    @Test
    void step_ofSeveralBatches_allocatesNothing() throws InterruptedException {
        Network network = Network.dense(2, List.of(10), Activation.tanh(), 0.1, 1);
        Trainer trainer = Trainer.of(Loss.meanSquaredError()).withBatchSize(16).withAccumulation(3);
        try (Training training = new Training(trainer, network, Problems.curve(300, Seed.of(1)))) {
            assertThat(allocated(() -> step(training))).isZero();
        }
    }

    @Test
    void step_everyLayer_allocatesNothing() throws InterruptedException {
        Trainer trainer =
                Trainer.forClassification().withThreads(2).withBatchSize(65).withLearningRateFactor(Role.BIAS, 0.1);
        Network network = EveryLayer.network(20, 48, 3);
        try (Training training = new Training(trainer, network, Problems.random(300, 20, 3, Seed.of(1)))) {
            assertThat(allocated(() -> step(training))).isZero();
        }
    }

    @Test
    void predict_everyLayer_allocatesNothing() throws InterruptedException {
        Network network = EveryLayer.network(20, 48, 3);
        Model model = new Model(
                network,
                Program.forPrediction(network, 1).initialize(Seed.of(1)),
                Loss.softmaxCrossEntropy().link());
        float[] inputs = new float[300 * 20];
        float[] outputs = new float[300 * 3];
        try (Predictor predictor = model.predictor()) {
            assertThat(allocated(() -> predictor.predict(inputs, 300, outputs))).isZero();
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

    static Stream<Loss> losses() {
        return Stream.of(
                Loss.softmaxCrossEntropy().withLabelSmoothing(0.1),
                Loss.softTargetCrossEntropy(),
                Loss.kullbackLeibler(),
                Loss.softmaxFocal(),
                Loss.sigmoidCrossEntropy().withPositiveWeights(1, 2, 1, 2, 1, 2),
                Loss.sigmoidFocal(),
                Loss.hinge(),
                Loss.negativeLogLikelihood(),
                Loss.categoricalCrossEntropy(),
                Loss.meanAbsoluteError(),
                Loss.huber(1),
                Loss.smoothL1(1),
                Loss.logCosh(),
                Loss.quantile(0.1, 0.5, 0.9),
                Loss.poisson(),
                Loss.gaussian());
    }

    @ParameterizedTest
    @MethodSource("losses")
    void evaluate_andItsLink_allocateNothing(Loss loss) throws InterruptedException {
        int rows = 20;
        Rows logits = Rows.allocate(rows, 6);
        Rows targets = Rows.allocate(rows, loss.targets(6));
        Rows delta = Rows.allocate(rows, 6);
        float[] weights = new float[rows];
        Arrays.fill(weights, 0.5f);
        for (int i = 0; i < logits.data().length; i++) {
            logits.data()[i] = (float) Seed.of(1).normal(i);
        }
        assertThat(allocated(() -> {
                    loss.evaluate(rows, logits, targets, weights, delta);
                    loss.link().apply(rows, delta);
                }))
                .isZero();
    }

    @Test
    void activation_ofEachKind_allocatesNothing() throws InterruptedException {
        float[] z = new float[300];
        float[] a = new float[300];
        float[] delta = new float[300];
        Activation[] activations = Activation.builtIn().toArray(Activation[]::new);
        assertThat(allocated(() -> {
                    for (Activation activation : activations) {
                        activation.apply(z, 0, a, 0, 300);
                        activation.multiplyByDerivative(a, 0, delta, 0, 300);
                    }
                }))
                .isZero();
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
            long bytes = allocatedBy(threads) - before - reading;
            least = bytes < 0 ? least : Math.min(least, bytes); // below 0 when the reading was what allocated
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
