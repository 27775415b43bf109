package dev.neurite.bench;

import dev.neurite.data.Dataset;
import dev.neurite.loss.Loss;
import dev.neurite.network.Network;
import dev.neurite.optimize.Adam;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.Sgd;
import dev.neurite.random.Seed;
import dev.neurite.train.Trainer;
import dev.neurite.train.Training;
import java.util.List;

/// One training step on a batch that stays the same: forward, loss, backward, update, as [Training] does it in every
/// training. Hidden layers have ReLU.
///
/// @param name      says what it is like, the sizes and the batch
/// @param sizes     inputs, hidden units, outputs
/// @param batch     rows
/// @param optimizer how parameters follow the gradient, at a learning rate of 0.001
/// @param loss      squared error of numbers or cross-entropy of classes
record StepBenchmark(String name, List<Integer> sizes, int batch, Optimizer optimizer, Loss loss) implements Benchmark {
    private static final double LEARNING_RATE = 1e-3;
    private static final Seed SEED = Seed.of(0);

    StepBenchmark {
        sizes = List.copyOf(sizes);
    }

    static List<StepBenchmark> all() {
        Optimizer sgd = Sgd.plain();
        Optimizer adam = Adam.standard();
        Loss squares = Loss.meanSquaredError();
        Loss entropy = Loss.softmaxCrossEntropy();
        return List.of(
                new StepBenchmark("x2 1-15-1 b1000 sgd mse", List.of(1, 15, 1), 1000, sgd, squares),
                new StepBenchmark("moons 2-10-2 b100 sgd ce", List.of(2, 10, 2), 100, sgd, entropy),
                new StepBenchmark("tab 16-64-64-2 b32 adam ce", List.of(16, 64, 64, 2), 32, adam, entropy),
                new StepBenchmark("tab 100-256x3-1 b256 adam mse", List.of(100, 256, 256, 256, 1), 256, adam, squares),
                new StepBenchmark("mnist 784-128-10 b128 adam ce", List.of(784, 128, 10), 128, adam, entropy),
                new StepBenchmark("mnist 784-512-256-10 b128 adam ce", List.of(784, 512, 256, 10), 128, adam, entropy),
                new StepBenchmark("mnist 784-800-10 b100 adam ce", List.of(784, 800, 10), 100, adam, entropy),
                new StepBenchmark(
                        "wide 1024-2048x3-10 b256 adam ce", List.of(1024, 2048, 2048, 2048, 10), 256, adam, entropy));
    }

    /// Three products a layer, of which the first has no use for the gradient by its inputs.
    @Override
    public double operations() {
        return 6.0 * batch * Networks.weights(sizes) - 2.0 * batch * sizes.get(0) * sizes.get(1);
    }

    @Override
    public Measurement measure(int threads, double seconds) throws InterruptedException {
        try (Training training = training(threads)) {
            training.startEpoch(0);
            training.step();
            return Measurement.of(this, Clock.microseconds(training::repeatStep, seconds), threads);
        }
    }

    Training training(int threads) {
        Trainer trainer = Trainer.of(loss)
                .withOptimizer(optimizer)
                .withLearningRate(LEARNING_RATE)
                .withBatchSize(batch)
                .withThreads(threads);
        Network network = Networks.of(sizes);
        return new Training(trainer, network, data());
    }

    private Dataset data() {
        float[][] inputs = new float[batch][sizes.getFirst()];
        for (int row = 0; row < batch; row++) {
            Networks.fill(inputs[row], SEED.split("inputs", row));
        }
        int outputs = sizes.getLast();
        Seed targets = SEED.split("targets");
        if (outputs == 1) {
            float[] numbers = new float[batch];
            Networks.fill(numbers, targets);
            return Dataset.of(inputs, numbers);
        }
        int[] classes = new int[batch];
        for (int row = 0; row < batch; row++) {
            classes[row] = targets.below(row, outputs);
        }
        return Dataset.of(inputs, classes);
    }
}
