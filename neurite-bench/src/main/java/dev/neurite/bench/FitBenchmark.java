package dev.neurite.bench;

import dev.neurite.data.Dataset;
import dev.neurite.loss.Loss;
import dev.neurite.network.Network;
import dev.neurite.random.Seed;
import dev.neurite.train.Trainer;
import java.util.List;
import java.util.stream.Collectors;

/// A whole training by Adam on rows in memory, shuffled and gathered, of the shape of the table `adult` once its
/// columns are encoded: 32,561 rows of 6 numbers and 99 indicators of 8 categories. Time and operations are those of
/// one epoch.
///
/// @param sizes inputs, hidden units, classes
/// @param batch rows of a batch
record FitBenchmark(List<Integer> sizes, int batch) implements Benchmark {
    private static final int ROWS = 32_561;
    private static final int EPOCHS = 2;
    private static final List<Integer> CATEGORIES = List.of(8, 16, 7, 14, 6, 5, 2, 41);
    private static final int NUMBERS = 6;
    private static final Seed SEED = Seed.of(0);

    FitBenchmark {
        sizes = List.copyOf(sizes);
    }

    static List<FitBenchmark> all() {
        return List.of(
                new FitBenchmark(List.of(105, 100, 2), 200), new FitBenchmark(List.of(105, 256, 256, 256, 2), 256));
    }

    @Override
    public String name() {
        return "fit " + sizes.stream().map(String::valueOf).collect(Collectors.joining("-")) + " b" + batch;
    }

    @Override
    public double operations() {
        return ROWS * (6.0 * Networks.weights(sizes) - 2.0 * sizes.get(0) * sizes.get(1));
    }

    @Override
    public Measurement measure(int threads, double seconds) throws InterruptedException {
        Trainer trainer = Trainer.of(Loss.softmaxCrossEntropy())
                .withBatchSize(batch)
                .withEpochs(EPOCHS)
                .withThreads(threads);
        Network network = Networks.of(sizes);
        Dataset data = data();
        double fit = Clock.microseconds(() -> trainer.fit(network, data), seconds);
        return Measurement.of(this, fit / EPOCHS, threads);
    }

    private static Dataset data() {
        float[][] inputs = new float[ROWS][];
        int[] classes = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            Seed own = SEED.split("row", row);
            inputs[row] = inputs(own);
            double score = inputs[row][0] + inputs[row][1] + inputs[row][NUMBERS] + own.normal(NUMBERS);
            classes[row] = score > 0.5 ? 1 : 0;
        }
        return Dataset.of(inputs, classes);
    }

    private static float[] inputs(Seed seed) {
        int columns = NUMBERS + CATEGORIES.stream().mapToInt(Integer::intValue).sum();
        float[] inputs = new float[columns];
        for (int i = 0; i < NUMBERS; i++) {
            inputs[i] = (float) seed.normal(i);
        }
        Seed category = seed.split("category");
        int first = NUMBERS;
        for (int i = 0; i < CATEGORIES.size(); i++) {
            inputs[first + category.below(i, CATEGORIES.get(i))] = 1;
            first += CATEGORIES.get(i);
        }
        return inputs;
    }
}
