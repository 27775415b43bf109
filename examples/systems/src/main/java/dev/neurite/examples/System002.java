package dev.neurite.examples;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.initialize.Initializer;
import dev.neurite.loss.Loss;
import dev.neurite.model.Model;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.network.Softmax;
import dev.neurite.optimize.Adagrad;
import dev.neurite.optimize.Adam;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.RmsProp;
import dev.neurite.optimize.Sgd;
import dev.neurite.parameter.Parameters;
import dev.neurite.random.Seed;
import dev.neurite.report.LossChart;
import dev.neurite.train.EpochRecord;
import dev.neurite.train.Trainer;
import dev.neurite.train.TrainingResult;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// System 002: activation, loss and optimizer are given to the network from outside. Mini-batches, momentum; a
/// classification and a regression.
///
/// `docs/systems/002.md` derives what happens here.
final class System002 implements Example {
    private static final int ROWS = 240;
    private static final int FEATURES = 5;
    private static final int CLASSES = 3;
    private static final Sgd MOMENTUM = Sgd.plain().withMomentum(0.9);

    /// Weights and biases are normal with variance 2 / (inputs + outputs).
    private static final Initializer XAVIER = Initializer.glorotNormal();

    @Override
    public String name() {
        return "002";
    }

    @Override
    public String title() {
        return "Any activation, loss and optimizer: mini-batches with momentum";
    }

    @Override
    public void run(Stage stage) {
        classify(stage);
        regress(stage);
    }

    /// Softmax with categorical cross-entropy, each with its own derivative: the softmax through its full Jacobian.
    private static void classify(Stage stage) {
        int[] labels = labels();
        float[][] x = clouds(Seed.of(1), labels);
        Dataset data = Dataset.of(x, toCategorical(labels));
        Network network = Network.of(
                FEATURES,
                Dense.of(10, Activation.relu()).withStart(XAVIER, XAVIER),
                Dense.linear(CLASSES).withStart(XAVIER, XAVIER),
                new Softmax());
        TrainingResult result = fit(stage, network, Loss.categoricalCrossEntropy(), MOMENTUM, 0.05, data);
        report(stage, "Classification", result);

        // predict(labels) and score(accuracy), on rows that training has not seen
        Model model = result.model();
        float[][] others = clouds(Seed.of(2), labels);
        int[] predicted = predictLabels(model, others);
        stage.print("Predicted labels of the first rows: %s", Arrays.toString(Arrays.copyOf(predicted, 10)));
        stage.print("Accuracy on %d other rows: %.3f", ROWS, accuracy(predicted, labels));

        // all parameters as one vector, and back
        float[] vector = model.parameters().toVector();
        Parameters restored = Parameters.ofVector(model.parameters().layout(), vector);
        Model copy = new Model(model.network(), restored, model.link());
        stage.print("%d parameters flattened and restored: the same model? %s", vector.length, copy.equals(model));

        compareOptimizers(stage, network, data);
    }

    /// Identity with mean squared error: the same machine with other parts.
    private static void regress(Stage stage) {
        float[][] x = clouds(Seed.of(3), labels());
        float[][] y = new float[ROWS][];
        for (int i = 0; i < ROWS; i++) {
            float[] v = x[i];
            y[i] = new float[] {v[0] - 0.5f * v[1], Math.abs(v[2]) + 0.5f * v[3]};
        }
        Network network = Network.of(
                FEATURES,
                Dense.of(10, Activation.relu()).withStart(XAVIER, XAVIER),
                Dense.linear(2).withStart(XAVIER, XAVIER));
        report(stage, "Regression", fit(stage, network, Loss.meanSquaredError(), MOMENTUM, 0.01, Dataset.of(x, y)));
    }

    private static TrainingResult fit(
            Stage stage, Network network, Loss loss, Optimizer optimizer, double learningRate, Dataset data) {
        Trainer trainer = Trainer.of(loss)
                .withOptimizer(optimizer)
                .withLearningRate(learningRate)
                .withBatchSize(32)
                .withEpochs(20)
                .withListener(stage.progress());
        return trainer.fit(network, data);
    }

    private static void report(Stage stage, String task, TrainingResult result) {
        String losses = Arrays.stream(losses(result))
                .mapToObj(loss -> String.format(Locale.ROOT, "%.4f", loss))
                .collect(Collectors.joining(" "));
        stage.print("%s, loss of each epoch: %s", task, losses);
    }

    /// Any optimizer fits in: each of these starts at the same parameters and sees the same batches.
    private static void compareOptimizers(Stage stage, Network network, Dataset data) {
        Loss loss = Loss.categoricalCrossEntropy();
        TrainingResult momentum = fit(stage, network, loss, MOMENTUM, 0.05, data);
        TrainingResult adam = fit(stage, network, loss, Adam.standard(), 0.01, data);
        TrainingResult rmsProp = fit(stage, network, loss, RmsProp.standard(), 0.01, data);
        TrainingResult adagrad = fit(stage, network, loss, Adagrad.standard(), 0.05, data);
        stage.save(
                "002-optimizers",
                LossChart.titled("System 002: one network, four optimizers", "epoch", "cross-entropy (nats)")
                        .with("momentum 0.9, rate 0.05", losses(momentum))
                        .with("Adam, rate 0.01", losses(adam))
                        .with("RMSprop, rate 0.01", losses(rmsProp))
                        .with("Adagrad, rate 0.05", losses(adagrad)));
    }

    private static double[] losses(TrainingResult result) {
        return result.history().stream().mapToDouble(EpochRecord::trainingLoss).toArray();
    }

    private static int[] predictLabels(Model model, float[][] x) {
        return Arrays.stream(model.predictor().predict(x))
                .mapToInt(System002::largest)
                .toArray();
    }

    private static int largest(float[] row) {
        return IntStream.range(0, row.length).reduce(0, (best, k) -> row[k] > row[best] ? k : best);
    }

    private static double accuracy(int[] predicted, int[] labels) {
        return IntStream.range(0, labels.length)
                        .filter(i -> predicted[i] == labels[i])
                        .count()
                / (double) labels.length;
    }

    /// One-hot rows.
    private static float[][] toCategorical(int[] labels) {
        float[][] oneHot = new float[labels.length][CLASSES];
        for (int i = 0; i < labels.length; i++) {
            oneHot[i][labels[i]] = 1;
        }
        return oneHot;
    }

    private static int[] labels() {
        return IntStream.range(0, ROWS).map(i -> i % CLASSES).toArray();
    }

    /// Points around one centre for each class, in five dimensions.
    private static float[][] clouds(Seed seed, int[] labels) {
        float[][] x = new float[labels.length][FEATURES];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < FEATURES; j++) {
                double center = Seed.of(0).split("center", labels[i]).normal(j);
                x[i][j] = (float) (center + seed.normal((long) i * FEATURES + j));
            }
        }
        return x;
    }
}
