package dev.neurite.examples;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.initialize.Initializer;
import dev.neurite.loss.Loss;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.optimize.Optimizer;
import dev.neurite.random.Seed;
import dev.neurite.report.DecisionChart;
import dev.neurite.report.LossChart;
import dev.neurite.train.EpochRecord;
import dev.neurite.train.Trainer;
import dev.neurite.train.TrainingResult;
import java.util.Arrays;
import java.util.List;

/// System 004: a 2-2-3 softmax classifier on 20 points of two classes. The third class never occurs, and the network
/// learns that too.
///
/// `docs/systems/004.md` derives what happens here.
final class System004 implements Example {
    private static final int ROWS = 20;
    private static final int ITERATIONS = 10_000;

    @Override
    public String name() {
        return "004";
    }

    @Override
    public String title() {
        return "A two-layer softmax classifier with three outputs for two classes";
    }

    @Override
    public void run(Stage stage) {
        // Data: two clouds of points, around (1, 1) and (-1, -1), in turn.
        float[][] x = new float[ROWS][];
        int[] y = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            y[i] = i % 2;
            double center = y[i] == 0 ? -1 : 1;
            x[i] = new float[] {
                (float) (center + 0.7 * Seed.of(4).normal(2L * i)),
                (float) (center + 0.7 * Seed.of(4).normal(2L * i + 1))
            };
        }

        // Network: 2 inputs, 2 ReLU units, 3 outputs. Weights start in [0, 0.01), biases at 0.
        Initializer small = Initializer.uniform(0, 0.01);
        Network network = Network.of(
                2,
                Dense.of(2, Activation.relu()).withStart(small, Initializer.zeros()),
                Dense.linear(3).withStart(small, Initializer.zeros()));

        // Training: gradient descent on all rows at once; the loss is the mean cross-entropy of the softmax.
        Trainer trainer = Trainer.of(Loss.softmaxCrossEntropy())
                .withOptimizer(Optimizer.sgd())
                .withLearningRate(1e-2)
                .withBatchSize(ROWS)
                .withEpochs(ITERATIONS)
                .withListener(stage.progress());
        TrainingResult result = trainer.fit(network, Dataset.of(x, y));
        for (int i = 0; i < ITERATIONS; i += 1000) {
            stage.print("Loss at iteration %d: %s", i, result.history().get(i).trainingLoss());
        }

        // What the network makes of the 20 points: a probability for each of the three classes.
        for (float[] probabilities : result.model().predictor().predict(x)) {
            stage.print("[%.8e  %.8e  %.8e]", probabilities[0], probabilities[1], probabilities[2]);
        }
        stage.print(Arrays.toString(y));

        // Pictures.
        double[] losses =
                result.history().stream().mapToDouble(EpochRecord::trainingLoss).toArray();
        stage.save(
                "004-loss",
                LossChart.titled("System 004: loss of a 2-2-3 network", "iteration", "cross-entropy (nats)")
                        .with("training", losses)
                        .onLogarithmicAxis());
        stage.save(
                "004-boundary",
                DecisionChart.of(
                        "System 004: three outputs for two classes",
                        List.of("x₁ (no unit)", "x₂ (no unit)"),
                        List.of("class 0", "class 1", "class 2 (no points)"),
                        x,
                        y,
                        result.model()));
    }
}
