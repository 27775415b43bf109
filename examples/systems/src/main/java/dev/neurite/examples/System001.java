package dev.neurite.examples;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.initialize.Initializer;
import dev.neurite.loss.Link;
import dev.neurite.loss.Loss;
import dev.neurite.model.Model;
import dev.neurite.model.Predictor;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.optimize.Optimizer;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import dev.neurite.report.Curve;
import dev.neurite.report.DecisionChart;
import dev.neurite.report.FunctionChart;
import dev.neurite.report.LossChart;
import dev.neurite.textbook.Batch;
import dev.neurite.textbook.GradientCheck;
import dev.neurite.textbook.TextbookLoss;
import dev.neurite.textbook.TextbookNetwork;
import dev.neurite.train.EpochRecord;
import dev.neurite.train.Trainer;
import dev.neurite.train.TrainingResult;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// System 001: classifiers of any depth, tested in four ways, the last of which is learning two moons by heart.
///
/// `docs/systems/001.md` derives what happens here.
final class System001 implements Example {
    private static final Link SOFTMAX = Loss.softmaxCrossEntropy().link();

    @Override
    public String name() {
        return "001";
    }

    @Override
    public String title() {
        return "Classifiers of any depth: sigmoid recovered, gradients checked, two moons learned";
    }

    @Override
    public void run(Stage stage) {
        stage.save("001-activation", FunctionChart.of(Activation.relu(), -1, 1));
        recoverTheSigmoid(stage);

        Network deep = Network.dense(500, List.of(100, 50, 40), Activation.relu(), 0, 10);
        sumProbabilities(stage, deep);
        checkGradients(stage, deep);

        learnTwoMoons(stage);
    }

    /// A network without hidden layers, 1 input and 2 outputs, is logistic regression: with the weights 1 and 0 the
    /// first probability is `exp(x) / (exp(x) + exp(0))`, which is the sigmoid.
    private static void recoverTheSigmoid(Stage stage) {
        Initializer oneAndZero = (seed, index, fanIn, fanOut) -> index == 0 ? 1 : 0;
        Network network = Network.of(1, Dense.linear(2).withStart(oneAndZero, Initializer.zeros()));
        Predictor predictor = started(network).predictor();

        double[] x = Curve.grid(-2, 2, 50);
        double[] probability = new double[x.length];
        Arrays.setAll(probability, i -> predictor.predict(new float[] {(float) x[i]})[0]);
        Activation sigmoid = Activation.sigmoid();
        double largest = IntStream.range(0, x.length)
                .mapToDouble(i -> Math.abs(probability[i] - sigmoid.value(x[i])))
                .max()
                .orElseThrow();
        stage.print("Sigmoid recovered by a 1-2 network: largest difference %.1e", largest);
        stage.save(
                "001-sigmoid",
                FunctionChart.of(
                        "System 001: a 1-2 network recovers the sigmoid",
                        "x (no unit)",
                        "probability",
                        Curve.line("network", x, probability),
                        Curve.dots("sigmoid", x, sigmoid::value)));
    }

    private static void sumProbabilities(Stage stage, Network network) {
        double sum = 0;
        for (float probability : started(network).predictor().predict(uniform(network.inputs()))) {
            sum += probability;
        }
        stage.print("Sum of the 10 probabilities of a 500-100-50-40-10 network: %.9f", sum);
    }

    /// The gradient of backward against finite differences, which need forward only; in double precision.
    private static void checkGradients(Stage stage, Network network) {
        TextbookNetwork textbook = TextbookNetwork.of(network);
        float[] input = uniform(network.inputs());
        double[][] sample = {
            IntStream.range(0, input.length).mapToDouble(i -> input[i]).toArray()
        };
        GradientCheck check = GradientCheck.of(
                textbook, TextbookLoss.of(Loss.softmaxCrossEntropy()), Batch.ofClasses(sample, new int[] {3}));

        stage.print("2-norm of the difference between backpropagation and finite differences");
        List<GradientCheck.Result> results = check.at(textbook.initialize(Seed.of(1)));
        for (int layer = 0; layer < results.size() / 2; layer++) {
            stage.print("Layer %d", layer + 1);
            stage.print("dW: %s", results.get(2 * layer).error());
            stage.print("db: %s", results.get(2 * layer + 1).error());
        }
    }

    /// 100 points, 10 hidden units, He start, gradient descent on all points at once.
    private static void learnTwoMoons(Stage stage) {
        float[][] points = Moons.points(100, 0.1, Seed.of(1));
        int[] classes = Moons.classes(100);
        Network network = Network.of(
                2,
                Dense.of(10, Activation.relu()),
                Dense.linear(2).withStart(Initializer.heNormal(), Initializer.zeros()));

        Trainer trainer = Trainer.forClassification()
                .withOptimizer(Optimizer.sgd())
                .withLearningRate(0.5)
                .withBatchSize(points.length)
                .withEpochs(300)
                .withListener(stage.progress());
        TrainingResult result = trainer.fit(network, Dataset.of(points, classes));

        for (EpochRecord epoch : result.history()) {
            if (epoch.epoch() == 1 || epoch.epoch() % 50 == 0) {
                stage.print("Two moons, epoch %3d: loss %.4f", epoch.epoch(), epoch.trainingLoss());
            }
        }
        stage.print("Two moons: %d of %d points right", right(result.model(), points, classes), points.length);
        String loss =
                String.format(Locale.ROOT, "%.3f", result.history().getLast().trainingLoss());
        stage.save(
                "001-loss",
                LossChart.of("System 001: two moons, final loss " + loss, "cross-entropy (nats)", result.history()));
        stage.save(
                "001-boundary",
                DecisionChart.of(
                        "System 001: two moons and what the network makes of them",
                        List.of("x₁ (no unit)", "x₂ (no unit)"),
                        List.of("class 0", "class 1"),
                        points,
                        classes,
                        result.model()));
    }

    private static int right(Model model, float[][] points, int[] classes) {
        float[][] probabilities = model.predictor().predict(points);
        return (int) IntStream.range(0, points.length)
                .filter(i -> probabilities[i][classes[i]] > 0.5)
                .count();
    }

    /// The network as it starts.
    private static Model started(Network network) {
        return new Model(network, Program.forPrediction(network, 1).initialize(Seed.of(1)), SOFTMAX);
    }

    private static float[] uniform(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) Seed.of(2).uniform(i);
        }
        return numbers;
    }
}
