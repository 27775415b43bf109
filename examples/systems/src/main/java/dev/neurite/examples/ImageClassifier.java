package dev.neurite.examples;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.metric.Evaluation;
import dev.neurite.metric.Metric;
import dev.neurite.network.ActivationLayer;
import dev.neurite.network.BatchNorm;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.GaussianNoise;
import dev.neurite.network.Layer;
import dev.neurite.network.Network;
import dev.neurite.optimize.Schedule;
import dev.neurite.parameter.Constraint;
import dev.neurite.program.Program;
import dev.neurite.report.LossChart;
import dev.neurite.train.EpochRecord;
import dev.neurite.train.Trainer;
import dev.neurite.train.TrainingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Images told apart by a network that sees them as 784 numbers, without knowing which pixels are neighbours.
///
/// Trains on all training images once for each seed, for a fixed number of epochs, and counts the errors on the
/// test images, which nothing else has seen. The settings were chosen on training images held out, [#onHeldOut()],
/// see `docs/images.md`.
///
/// @param name    of the example
/// @param title   what it shows, in a line
/// @param folder  of the data set below the folder of all data
/// @param network what is trained
/// @param trainer how
/// @param seeds   how many trainings, with the seeds 1, 2, …
record ImageClassifier(String name, String title, String folder, Network network, Trainer trainer, int seeds)
        implements Example {
    private static final int PIXELS = 28 * 28;
    private static final int CLASSES = 10;

    /// One layer of 800 units, as in Simard, Steinkraus, Platt 2003, who report 1.6 % for cross-entropy.
    static ImageClassifier mnist800() {
        return new ImageClassifier(
                "mnist-800",
                "Handwritten digits, one layer of 800 units with dropout",
                "mnist",
                network(0.2, 0.5, Dense.of(800, Activation.relu())),
                trainer(0.001, 30, 100),
                3);
    }

    /// Three layers of 1024 units with dropout and max-norm, as in Srivastava et al. 2014, "Dropout", table 2, who
    /// report 1.06 %. Batch normalisation and noise of 0.3 make it learn in 40 epochs: Rasmus et al. 2015,
    /// "Semi-supervised learning with ladder networks".
    static ImageClassifier mnist1024() {
        List<Layer> layers = new ArrayList<>(List.of(new GaussianNoise(0.3)));
        for (int i = 0; i < 3; i++) {
            layers.add(Dense.linear(1024).withConstraint(Constraint.maxNorm(2)));
            layers.add(BatchNorm.standard());
            layers.add(new GaussianNoise(0.3));
            layers.add(new ActivationLayer(Activation.relu()));
            layers.add(new Dropout(0.25));
        }
        layers.add(Dense.linear(CLASSES));
        return new ImageClassifier(
                "mnist-1024",
                "Handwritten digits, three layers of 1024 units with dropout and max-norm",
                "mnist",
                Network.of(PIXELS, layers.toArray(Layer[]::new)),
                trainer(0.002, 40, 100),
                3);
    }

    /// Clothes instead of digits: Xiao, Rasul, Vollgraf 2017, "Fashion-MNIST".
    static ImageClassifier fashion() {
        Layer layer = Dense.of(1024, Activation.relu());
        return new ImageClassifier(
                "fashion-mnist",
                "Pictures of clothes, two layers of 1024 units with dropout",
                "fashion-mnist",
                network(0.1, 0.4, layer, layer),
                trainer(0.001, 40, 128),
                3);
    }

    private static Network network(double inputDropout, double dropout, Layer... hidden) {
        List<Layer> layers = new ArrayList<>(List.of(new Dropout(inputDropout)));
        for (Layer layer : hidden) {
            layers.add(layer);
            layers.add(new Dropout(dropout));
        }
        layers.add(Dense.linear(CLASSES));
        return Network.of(PIXELS, layers.toArray(Layer[]::new));
    }

    private static Trainer trainer(double learningRate, int epochs, int batchSize) {
        return Trainer.forClassification()
                .withLearningRate(learningRate)
                .withSchedule(Schedule.cosine())
                .withEpochs(epochs)
                .withBatchSize(batchSize)
                .withThreads(Runtime.getRuntime().availableProcessors());
    }

    @Override
    public void run(Stage stage) {
        train(stage, training(stage), Images.read(stage.data().resolve(folder), "t10k"), "test");
    }

    /// Learns from the first five sixths of the training images, with the seed 1, and counts the errors on
    /// the others.
    @Override
    public Optional<Example> onHeldOut() {
        ImageClassifier once = new ImageClassifier(name + "-held-out", title, folder, network, trainer, 1);
        return Optional.of(new HeldOut(once));
    }

    private Dataset training(Stage stage) {
        return Images.read(stage.data().resolve(folder), "train");
    }

    /// A classifier whose settings are judged without the test images.
    private record HeldOut(ImageClassifier of) implements Example {
        @Override
        public String name() {
            return of.name;
        }

        @Override
        public String title() {
            return of.title;
        }

        @Override
        public void run(Stage stage) {
            Dataset all = of.training(stage);
            int first = all.size() / 6 * 5;
            of.train(stage, rows(all, 0, first), rows(all, first, all.size()), "held-out");
        }

        private static Dataset rows(Dataset all, int from, int to) {
            return all.subset(IntStream.range(from, to).toArray());
        }
    }

    private void train(Stage stage, Dataset training, Dataset measured, String part) {
        stage.print("%,d images to learn from, %,d %s images to measure on", training.size(), measured.size(), part);
        Program.forTraining(network, 1).toString().lines().forEach(stage::print);
        stage.print(
                "%s, learning rate %s along a cosine, batches of %d, %d epochs, %d threads",
                trainer.optimizer().name(),
                trainer.learningRate(),
                trainer.batchSize(),
                trainer.epochs(),
                trainer.threads());

        LossChart chart = LossChart.titled(title, "epoch", "cross-entropy while training (nats)");
        double sum = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            long start = System.nanoTime();
            TrainingResult result =
                    trainer.withSeed(seed).withListener(stage.progress()).fit(network, training);
            double seconds = (System.nanoTime() - start) / 1e9;
            double error = error(result, measured);
            stage.print("Seed %d: %s error %.2f %%, trained in %.0f s", seed, part, 100 * error, seconds);
            chart = chart.with("seed " + seed, losses(result.history()));
            sum += error;
        }
        if (seeds > 1) {
            stage.print("Mean of %d seeds: %s error %.3f %%", seeds, part, 100 * sum / seeds);
        }
        stage.save(name + "-loss", chart.onLogarithmicAxis());
    }

    private static double error(TrainingResult result, Dataset data) {
        Map<String, Double> measured = Evaluation.of(result.model().predictor(), data, List.of(Metric.accuracy()));
        return 1 - measured.values().iterator().next();
    }

    private static double[] losses(List<EpochRecord> history) {
        return IntStream.range(0, history.size())
                .mapToDouble(i -> history.get(i).trainingLoss())
                .toArray();
    }
}
