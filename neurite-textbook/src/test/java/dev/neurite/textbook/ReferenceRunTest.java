package dev.neurite.textbook;

import static dev.neurite.textbook.Reference.concatenated;
import static dev.neurite.textbook.Reference.integers;
import static dev.neurite.textbook.Reference.matrix;
import static dev.neurite.textbook.Reference.transposed;
import static dev.neurite.textbook.Reference.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.activation.Activation;
import dev.neurite.loss.Loss;
import dev.neurite.loss.MeanSquaredError;
import dev.neurite.network.Dense;
import dev.neurite.network.Layer;
import dev.neurite.network.Network;
import dev.neurite.optimize.Sgd;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The textbook repeats recorded runs of five other implementations, step by step.
class ReferenceRunTest {
    private static final double TIGHT = 1e-9;

    @Test
    void step_system000_repeatsTheRecordedRun() {
        JsonNode run = Reference.read("000-two-layer-regression");
        TextbookNetwork network = TextbookNetwork.of(network(new int[] {1, 15, 1}, Activation.relu()));
        TextbookLoss loss = TextbookLoss.of(new MeanSquaredError(true));
        double[] start = twoLayersTransposed(run, "W1", "b1", "W2", "b2");
        Batch batch = Batch.of(transposed(run.get("X")), transposed(run.get("Y")));

        double[] gradient = gradient(network, loss, batch, start);
        double[] expected = twoLayersTransposed(run, "gW1", "gb1", "gW2", "gb2");
        assertThat(Errors.ofNorm(gradient, expected)).isLessThan(TIGHT);

        double[] end = assertFullBatchRun(run, network, loss, batch, start, 1e-9);
        assertThat(Errors.ofNorm(end, twoLayersTransposed(run, "W1_end", "b1_end", "W2_end", "b2_end")))
                .isLessThan(1e-9);
        double[][] predictions =
                network.forward(end, transposed(run.get("X_test"))).logits();
        assertThat(Errors.largest(concatenated(predictions), concatenated(transposed(run.get("Y_test"))), 1))
                .isLessThan(1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"001-classifier-moons", "001-classifier-deep"})
    void step_system001_repeatsTheRecordedRun(String file) {
        JsonNode run = Reference.read(file);
        TextbookNetwork network = TextbookNetwork.of(network(integers(run.get("units")), Activation.relu()));
        TextbookLoss loss = TextbookLoss.of(Loss.softmaxCrossEntropy());
        double[] start = layersTransposed(run.get("W"), run.get("b"));
        Batch batch = Batch.ofClasses(transposed(run.get("X")), integers(run.get("t")));

        double[] gradient = gradient(network, loss, batch, start);
        assertThat(Errors.ofNorm(gradient, layersTransposed(run.get("gW"), run.get("gb"))))
                .isLessThan(TIGHT);
        assertThat(Errors.largest(
                        probabilities(network, start, batch), concatenated(transposed(run.get("probs"))), 1e-3))
                .isLessThan(TIGHT);

        double[] end = assertFullBatchRun(run, network, loss, batch, start, 1e-9);
        assertThat(Errors.ofNorm(end, layersTransposed(run.get("W_end"), run.get("b_end"))))
                .isLessThan(1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"002-softmax-momentum", "002-identity-momentum"})
    void step_system002_repeatsTheRecordedRun(String file) {
        JsonNode run = Reference.read(file);
        TextbookNetwork network = TextbookNetwork.of(network(integers(run.get("layers")), Activation.relu()));
        RowLoss row = file.contains("softmax")
                ? RowLoss.crossEntropy().throughJacobian(OutputFunction.softmax())
                : RowLoss.squaredError(false).throughJacobian(OutputFunction.identity());
        double[] start = layers(run.get("W"), run.get("b"));
        TextbookOptimizer optimizer =
                TextbookOptimizer.momentum(run.get("momentum").doubleValue(), start.length);
        TextbookTraining training = new TextbookTraining(network, new TextbookLoss(row), optimizer, start);
        Batch all = Batch.of(matrix(run.get("x")), matrix(run.get("y")));

        double[] losses = new double[run.get("epochs").intValue()];
        for (int epoch = 0; epoch < losses.length; epoch++) {
            int[] order = integers(run.get("order").get(epoch));
            losses[epoch] = epoch(training, all, order, run);
        }
        assertThat(Errors.largest(losses, vector(run.get("losses")), 0)).isLessThan(TIGHT);
        assertThat(Errors.ofNorm(training.parameters(), layers(run.get("W_end"), run.get("b_end"))))
                .isLessThan(TIGHT);
    }

    /// One epoch in the given order; its loss is the mean over its rows, the last and smaller batch included.
    private static double epoch(TextbookTraining training, Batch all, int[] order, JsonNode run) {
        int batchSize = run.get("batch_size").intValue();
        double sum = 0;
        for (int from = 0; from < order.length; from += batchSize) {
            Batch batch = all.rows(Arrays.copyOfRange(order, from, Math.min(order.length, from + batchSize)));
            sum += batch.size() * training.step(batch, run.get("lr").doubleValue());
        }
        return sum / order.length;
    }

    @ParameterizedTest
    @ValueSource(strings = {"003-sequential-relu", "003-sequential-tanh"})
    void step_system003_repeatsTheRecordedRun(String file) {
        JsonNode run = Reference.read(file);
        Activation activation = Activation.named(run.get("activations").get(0).stringValue());
        TextbookNetwork network = TextbookNetwork.of(network(integers(run.get("sizes")), activation));
        RowLoss row = RowLoss.crossEntropy().throughJacobian(OutputFunction.softmax());
        double[] start = layers(run.get("W"), run.get("W0"));
        TextbookOptimizer optimizer = TextbookOptimizer.of(Sgd.plain(), start.length);
        TextbookTraining training = new TextbookTraining(network, new TextbookLoss(row), optimizer, start);
        Batch all = Batch.of(transposed(run.get("X")), transposed(run.get("Y")));

        double[] losses = Arrays.stream(integers(run.get("samples")))
                .mapToDouble(
                        sample -> training.step(all.rows(sample), run.get("lr").doubleValue()))
                .toArray();
        assertLosses(run, losses, 1e-9);
        assertThat(Errors.ofNorm(training.parameters(), layers(run.get("W_end"), run.get("W0_end"))))
                .isLessThan(1e-9);
    }

    @Test
    void step_system004_repeatsTheRecordedRun() {
        JsonNode run = Reference.read("004-two-layer-softmax");
        TextbookNetwork network = TextbookNetwork.of(network(new int[] {2, 2, 3}, Activation.relu()));
        TextbookLoss loss = TextbookLoss.of(Loss.softmaxCrossEntropy());
        double[] start = concatenated(
                matrix(run.get("W1")), matrix(run.get("b1")), matrix(run.get("W2")), matrix(run.get("b2")));
        Batch batch = Batch.ofClasses(matrix(run.get("x")), integers(run.get("y")));

        double[] end = assertFullBatchRun(run, network, loss, batch, start, 1e-9);
        double[] expected = concatenated(
                matrix(run.get("W1_end")),
                matrix(run.get("b1_end")),
                matrix(run.get("W2_end")),
                matrix(run.get("b2_end")));
        assertThat(Errors.ofNorm(end, expected)).isLessThan(1e-9);
        assertThat(Errors.largest(
                        probabilities(network, end, batch), concatenated(matrix(run.get("probabilities"))), 1e-3))
                .isLessThan(1e-9);
    }

    /// Plain gradient descent on all rows.
    private static double[] assertFullBatchRun(
            JsonNode run,
            TextbookNetwork network,
            TextbookLoss loss,
            Batch batch,
            double[] start,
            double toleranceAtTheEnd) {
        TextbookOptimizer optimizer = TextbookOptimizer.of(Sgd.plain(), start.length);
        TextbookTraining training = new TextbookTraining(network, loss, optimizer, start);
        double learningRate = run.get("lr").doubleValue();
        double[] losses = IntStream.range(0, run.get("epochs").intValue())
                .mapToDouble(epoch -> training.step(batch, learningRate))
                .toArray();
        assertLosses(run, losses, toleranceAtTheEnd);
        return training.parameters();
    }

    private static void assertLosses(JsonNode run, double[] losses, double toleranceAtTheEnd) {
        double[] expected = vector(run.get("losses"));
        int first = Math.min(100, expected.length);
        assertThat(Errors.largest(Arrays.copyOf(losses, first), Arrays.copyOf(expected, first), 0))
                .isLessThan(TIGHT);
        assertThat(Errors.largest(losses, expected, 0)).isLessThan(toleranceAtTheEnd);
    }

    private static double[] gradient(TextbookNetwork network, TextbookLoss loss, Batch batch, double[] parameters) {
        Pass pass = network.forward(parameters, batch.x());
        return network.backward(parameters, pass, loss.gradient(pass.logits(), batch));
    }

    private static double[] probabilities(TextbookNetwork network, double[] parameters, Batch batch) {
        double[][] logits = network.forward(parameters, batch.x()).logits();
        return concatenated(
                Arrays.stream(logits).map(OutputFunction.softmax()::value).toArray(double[][]::new));
    }

    private static Network network(int[] sizes, Activation hidden) {
        Layer[] layers = new Layer[sizes.length - 1];
        for (int l = 0; l < layers.length; l++) {
            layers[l] = l + 1 < layers.length ? Dense.of(sizes[l + 1], hidden) : Dense.linear(sizes[l + 1]);
        }
        return Network.of(sizes[0], layers);
    }

    private static double[] twoLayersTransposed(JsonNode run, String... names) {
        return concatenated(
                Arrays.stream(names).map(name -> transposed(run.get(name))).toArray(double[][][]::new));
    }

    private static double[] layers(JsonNode weights, JsonNode biases) {
        return concatenated(IntStream.range(0, weights.size())
                .boxed()
                .flatMap(l -> Stream.of(matrix(weights.get(l)), matrix(biases.get(l))))
                .toArray(double[][][]::new));
    }

    private static double[] layersTransposed(JsonNode weights, JsonNode biases) {
        return concatenated(IntStream.range(0, weights.size())
                .boxed()
                .flatMap(l -> Stream.of(transposed(weights.get(l)), transposed(biases.get(l))))
                .toArray(double[][][]::new));
    }
}
