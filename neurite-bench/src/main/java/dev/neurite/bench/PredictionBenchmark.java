package dev.neurite.bench;

import dev.neurite.loss.Link;
import dev.neurite.model.Model;
import dev.neurite.model.Predictor;
import dev.neurite.network.Network;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The prediction of probabilities, for rows from an array of the caller into another; time and operations are those of
/// one row.
///
/// @param sizes inputs, hidden units, classes
/// @param rows  rows of a call
record PredictionBenchmark(List<Integer> sizes, int rows) implements Benchmark {
    private static final int MANY = 10_000;
    private static final Seed SEED = Seed.of(0);

    PredictionBenchmark {
        sizes = List.copyOf(sizes);
    }

    static List<PredictionBenchmark> all() {
        return Stream.of(1, MANY)
                .flatMap(rows -> Stream.of(List.of(16, 64, 64, 2), List.of(784, 128, 10), List.of(784, 512, 256, 10))
                        .map(sizes -> new PredictionBenchmark(sizes, rows)))
                .toList();
    }

    @Override
    public String name() {
        String network = sizes.stream().map(String::valueOf).collect(Collectors.joining("-"));
        return "predict " + network + " b" + rows;
    }

    @Override
    public double operations() {
        return 2 * Networks.weights(sizes);
    }

    @Override
    public Measurement measure(int threads, double seconds) throws InterruptedException {
        float[] inputs = new float[rows * sizes.getFirst()];
        float[] outputs = new float[rows * sizes.getLast()];
        Networks.fill(inputs, SEED.split("inputs"));
        try (Predictor predictor = model().predictor(threads)) {
            Runnable work = rows == 1
                    ? () -> predictor.predict(inputs, outputs)
                    : () -> predictor.predict(inputs, rows, outputs);
            return Measurement.of(this, Clock.microseconds(work, seconds) / rows, threads);
        }
    }

    Model model() {
        Network network = Networks.of(sizes);
        return new Model(network, Program.forPrediction(network, 1).initialize(SEED.split("start")), Link.SOFTMAX);
    }
}
