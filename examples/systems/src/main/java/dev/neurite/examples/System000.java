package dev.neurite.examples;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.initialize.Initializer;
import dev.neurite.loss.MeanSquaredError;
import dev.neurite.model.Predictor;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.optimize.Optimizer;
import dev.neurite.random.Seed;
import dev.neurite.report.Curve;
import dev.neurite.report.FunctionChart;
import dev.neurite.report.LossChart;
import dev.neurite.train.EarlyStopping;
import dev.neurite.train.EpochRecord;
import dev.neurite.train.Trainer;
import dev.neurite.train.TrainingResult;
import java.util.Arrays;

/// System 000: a network with one hidden layer of 15 ReLU units learns x² from 1,000 examples.
///
/// `docs/systems/000.md` derives what happens here.
final class System000 implements Example {
    private static final int ROWS = 1000;
    private static final int EPOCHS = 2500;

    @Override
    public String name() {
        return "000";
    }

    @Override
    public String title() {
        return "A two-layer network fits x²";
    }

    @Override
    public void run(Stage stage) {
        // Data: x with mean 0 and standard deviation 5, y = x². The validation rows take no part in training.
        Dataset training = squares(normal(Seed.of(1).split("training")));
        Dataset validation = squares(normal(Seed.of(1).split("validation")));

        // Network: 1 input, 15 ReLU units, 1 output. Weights and biases start as standard normal numbers.
        Initializer normal = Initializer.normal(0, 1);
        Network network = Network.of(
                1,
                Dense.of(15, Activation.relu()).withStart(normal, normal),
                Dense.linear(1).withStart(normal, normal));

        // Training: gradient descent on all rows at once, 2,500 times. The loss is summed over the outputs.
        Trainer trainer = Trainer.of(new MeanSquaredError(true))
                .withOptimizer(Optimizer.sgd())
                .withLearningRate(1e-3)
                .withBatchSize(ROWS)
                .withEpochs(EPOCHS)
                .withEarlyStopping(EarlyStopping.never())
                .withSeed(1)
                .withListener(stage.progress());
        TrainingResult result = trainer.fit(network, training, validation);

        // What came of it.
        EpochRecord first = result.history().getFirst();
        EpochRecord last = result.history().getLast();
        stage.print(
                "Loss of epoch %d: training %.1f, validation %.1f", 1, first.trainingLoss(), first.validationLoss());
        stage.print(
                "Loss of epoch %d: training %.3f, validation %.3f", EPOCHS, last.trainingLoss(), last.validationLoss());

        // Prediction: 1,000 x from -10 to 10 in one batch.
        Predictor predictor = result.model().predictor();
        double[] x = Curve.grid(-10, 10, 1000);
        double[] y = firstColumn(predictor.predict(column(x)));
        double squaredError = 0;
        for (int i = 0; i < x.length; i++) {
            squaredError += (y[i] - x[i] * x[i]) * (y[i] - x[i] * x[i]);
        }
        stage.print("Mean squared error between -10 and 10: %.3f", squaredError / x.length);

        // Pictures.
        stage.save(
                "000-loss",
                LossChart.of(
                                "System 000: loss of a 1-15-1 network that learns x²",
                                "mean squared error (unit of y, squared)",
                                result.history())
                        .onLogarithmicAxis());
        stage.save(
                "000-fit",
                FunctionChart.of(
                        "System 000: the fitted function and the truth",
                        "x (no unit)",
                        "y (no unit)",
                        Curve.line("x²", x, v -> v * v),
                        Curve.line("network", x, y)));
    }

    private static double[] normal(Seed seed) {
        double[] x = new double[ROWS];
        Arrays.setAll(x, i -> 5 * seed.normal(i));
        return x;
    }

    private static Dataset squares(double[] x) {
        return Dataset.of(column(x), column(Arrays.stream(x).map(v -> v * v).toArray()));
    }

    private static float[][] column(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(v -> new float[] {(float) v}).toArray(float[][]::new);
    }

    private static double[] firstColumn(float[][] rows) {
        return Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
    }
}
