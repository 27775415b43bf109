package dev.neurite.examples;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.initialize.Initializer;
import dev.neurite.loss.Loss;
import dev.neurite.model.Model;
import dev.neurite.network.ActivationLayer;
import dev.neurite.network.Dense;
import dev.neurite.network.Layer;
import dev.neurite.network.Network;
import dev.neurite.network.Softmax;
import dev.neurite.optimize.Optimizer;
import dev.neurite.random.Seed;
import dev.neurite.report.Curve;
import dev.neurite.report.DecisionChart;
import dev.neurite.report.LossChart;
import dev.neurite.textbook.OutputFunction;
import dev.neurite.train.Trainer;
import dev.neurite.train.Training;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// System 003: modules stacked one on the other, Linear, ReLU or Tanh, SoftMax; negative log-likelihood; one random
/// sample a step.
///
/// `docs/systems/003.md` derives what happens here.
final class System003 implements Example {
    private static final int ROWS = 200;
    private static final int ITERATIONS = 3000;
    private static final int EVERY = 250;

    @Override
    public String name() {
        return "003";
    }

    @Override
    public String title() {
        return "Stacked modules, one random sample a step";
    }

    @Override
    public void run(Stage stage) {
        workTheJacobianByHand(stage);

        // Data: four clouds; opposite ones are of one class, so no straight line parts the classes.
        float[][] x = new float[ROWS][];
        int[] y = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            double x1 = (i & 1) == 0 ? 1 : -1;
            double x2 = (i & 2) == 0 ? 1 : -1;
            x[i] = new float[] {
                (float) (x1 + 0.4 * Seed.of(1).normal(2L * i)),
                (float) (x2 + 0.4 * Seed.of(1).normal(2L * i + 1))
            };
            y[i] = x1 == x2 ? 0 : 1;
        }

        Network relu = sequential(new ActivationLayer(Activation.relu()));
        Network tanh = sequential(new ActivationLayer(Activation.tanh()));
        stage.print("Linear, ReLU, Linear, ReLU, Linear, SoftMax");
        double[] reluLosses = new double[ITERATIONS];
        Model model = sgd(stage, relu, x, y, reluLosses);
        stage.print("Linear, Tanh, Linear, Tanh, Linear, SoftMax");
        double[] tanhLosses = new double[ITERATIONS];
        sgd(stage, tanh, x, y, tanhLosses);

        stage.save(
                "003-loss",
                LossChart.titled(
                                "System 003: loss of one sample, mean of " + EVERY + " iterations",
                                "iteration",
                                "negative log-likelihood (nats)")
                        .with(averaged("ReLU", reluLosses))
                        .with(averaged("Tanh", tanhLosses)));
        stage.save(
                "003-boundary",
                DecisionChart.of(
                        "System 003: four clouds, two classes",
                        List.of("x₁ (no unit)", "x₂ (no unit)"),
                        List.of("class 0", "class 1"),
                        x,
                        y,
                        model));
    }

    /// Weights are normal with variance 1 / inputs, biases start at 0.
    private static Network sequential(Layer activation) {
        return Network.of(2, linear(10), activation, linear(10), activation, linear(2), new Softmax());
    }

    private static Layer linear(int units) {
        return Dense.linear(units).withStart(Initializer.lecunNormal(), Initializer.zeros());
    }

    /// Stochastic gradient descent. Samples are drawn with replacement, all at once: one epoch over the drawn
    /// samples is the training.
    private static Model sgd(Stage stage, Network network, float[][] x, int[] y, double[] losses) {
        Seed seed = Seed.of(2);
        int[] samples =
                IntStream.range(0, ITERATIONS).map(it -> seed.below(it, ROWS)).toArray();
        Trainer trainer = Trainer.of(Loss.negativeLogLikelihood())
                .withOptimizer(Optimizer.sgd())
                .withLearningRate(0.005)
                .withBatchSize(1)
                .withEpochs(1);
        Dataset drawn = Dataset.of(x, y).subset(samples);
        try (Training training = new Training(trainer, network, drawn)) {
            training.startEpoch(0);
            for (int it = 0; it < ITERATIONS; it++) {
                boolean shown = it % EVERY == 1;
                double accuracy = shown ? accuracy(model(trainer, network, training), x, y) : 0;
                losses[it] = training.step();
                if (shown) {
                    stage.print("Iteration = %d   Acc = %s   Loss = %s", it, accuracy, losses[it]);
                }
            }
            return model(trainer, network, training);
        }
    }

    private static Model model(Trainer trainer, Network network, Training training) {
        return new Model(network, training.state().current(), trainer.loss().link());
    }

    private static double accuracy(Model model, float[][] x, int[] y) {
        float[][] probabilities = model.predictor().predict(x);
        return IntStream.range(0, x.length)
                        .filter(i -> probabilities[i][y[i]] > 0.5)
                        .count()
                / (double) x.length;
    }

    private static Curve averaged(String name, double[] losses) {
        double[] means = new double[losses.length / EVERY];
        double[] iterations = new double[means.length];
        for (int k = 0; k < means.length; k++) {
            means[k] =
                    Arrays.stream(losses, k * EVERY, (k + 1) * EVERY).average().orElseThrow();
            iterations[k] = (k + 1) * EVERY;
        }
        return Curve.line(name, iterations, means);
    }

    /// Logits with the probabilities 5/15, 7/15 and 3/15; the first class is the true one.
    private static void workTheJacobianByHand(Stage stage) {
        double[] z = {StrictMath.log(5), StrictMath.log(7), StrictMath.log(3)};
        double[] p = OutputFunction.softmax().value(z);
        double[][] jacobian = OutputFunction.softmax().jacobian(z);
        stage.print("Probabilities p        %s", row(p));
        for (int i = 0; i < p.length; i++) {
            stage.print("Jacobian dp[%d]/dz      %s", i, row(jacobian[i]));
        }
        double[] gradient = new double[p.length];
        for (int j = 0; j < p.length; j++) {
            gradient[j] = -1 / p[0] * jacobian[0][j];
        }
        stage.print("dL/dz = -1/p[0] dp[0]/dz %s, which is p less the one-hot target", row(gradient));
    }

    private static String row(double[] numbers) {
        return String.format(Locale.ROOT, "%8.5f %8.5f %8.5f", numbers[0], numbers[1], numbers[2]);
    }
}
