package dev.neurite.cli;

import dev.neurite.activation.Activation;
import dev.neurite.loss.Loss;
import dev.neurite.network.Network;
import dev.neurite.random.Seed;
import dev.neurite.textbook.Batch;
import dev.neurite.textbook.GradientCheck;
import dev.neurite.textbook.TextbookLoss;
import dev.neurite.textbook.TextbookNetwork;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/// A network, a batch and a start, drawn to check gradients with.
final class GradcheckCase {
    private static final long MOST_PARAMETERS = 10_000_000;

    /// Losses, and what their targets look like.
    enum Kind {
        CROSS_ENTROPY,
        BINARY_CROSS_ENTROPY,
        SQUARED_ERROR;

        /// By the names of the option.
        static final Map<String, Kind> NAMES = new TreeMap<>(Map.of(
                "cross-entropy", CROSS_ENTROPY,
                "binary-cross-entropy", BINARY_CROSS_ENTROPY,
                "squared-error", SQUARED_ERROR));

        private Loss loss() {
            return switch (this) {
                case CROSS_ENTROPY -> Loss.softmaxCrossEntropy();
                case BINARY_CROSS_ENTROPY -> Loss.sigmoidCrossEntropy();
                case SQUARED_ERROR -> Loss.meanSquaredError();
            };
        }

        /// Targets of one row after the other.
        private double[][] targets(int rows, int outputs, Seed seed) {
            return switch (this) {
                case CROSS_ENTROPY -> matrix(rows, 1, i -> seed.below(i, outputs));
                case BINARY_CROSS_ENTROPY -> matrix(rows, outputs, i -> seed.below(i, 2));
                case SQUARED_ERROR -> matrix(rows, outputs, i -> seed.normal(i));
            };
        }
    }

    private final TextbookNetwork network;
    private final TextbookLoss loss;
    private final Batch batch;
    private final double[] start;

    private GradcheckCase(TextbookNetwork network, TextbookLoss loss, Batch batch, double[] start) {
        this.network = network;
        this.loss = loss;
        this.batch = batch;
        this.start = start;
    }

    /// Uniform inputs and random targets; the start that training would have.
    static GradcheckCase draw(List<Integer> sizes, Activation activation, Kind kind, int rows, Seed seed) {
        requireSize(sizes);
        int outputs = sizes.getLast();
        if (kind == Kind.CROSS_ENTROPY && outputs < 2) {
            throw CommandFailure.usage(
                    "--layers must end in at least 2 outputs for cross-entropy, got " + outputs + ".");
        }
        Network network = Network.dense(sizes.getFirst(), sizes.subList(1, sizes.size() - 1), activation, 0, outputs);
        TextbookNetwork textbook = TextbookNetwork.of(network);
        Seed inputs = seed.split("inputs");
        Batch batch = Batch.of(
                matrix(rows, sizes.getFirst(), i -> inputs.uniform(i)),
                kind.targets(rows, outputs, seed.split("targets")));
        return new GradcheckCase(
                textbook, TextbookLoss.of(kind.loss()), batch, textbook.initialize(seed.split("start")));
    }

    private static void requireSize(List<Integer> sizes) {
        long parameters = 0;
        for (int i = 1; i < sizes.size(); i++) {
            parameters += (sizes.get(i - 1) + 1L) * sizes.get(i);
        }
        if (parameters > MOST_PARAMETERS) {
            throw CommandFailure.usage("--layers must make a network of at most %s parameters, got %s."
                    .formatted(Numbers.count(MOST_PARAMETERS), Numbers.count(parameters)));
        }
    }

    private static double[][] matrix(int rows, int columns, IntToDoubleFunction draw) {
        double[][] matrix = new double[rows][columns];
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) {
                matrix[r][j] = draw.applyAsDouble(r * columns + j);
            }
        }
        return matrix;
    }

    /// A result for each weight and bias, in order.
    List<GradientCheck.Result> check(int atMost) {
        return GradientCheck.of(network, loss, batch).withAtMost(atMost).at(start);
    }
}
