package dev.neurite.textbook;

import static dev.neurite.textbook.Reference.concatenated;
import static dev.neurite.textbook.Reference.matrix;
import static dev.neurite.textbook.Reference.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.network.AlphaDropout;
import dev.neurite.network.BatchNorm;
import dev.neurite.network.Layer;
import dev.neurite.network.LayerNorm;
import dev.neurite.network.Network;
import dev.neurite.network.Prelu;
import dev.neurite.network.RmsNorm;
import dev.neurite.network.Softmax;
import dev.neurite.random.Seed;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Layers of the textbook against what PyTorch computed in double precision, recorded by `torch_layers.py` beside
/// the numbers.
class TorchLayersTest {
    private static final double TOLERANCE = 1e-10;
    private static final JsonNode RECORDED = Reference.readFrom("/layers/torch-layers.json");
    private static final Map<String, Layer> LAYERS = Map.of(
            "BatchNorm", BatchNorm.standard(),
            "LayerNorm", LayerNorm.standard(),
            "RmsNorm", RmsNorm.standard(),
            "Prelu", Prelu.standard(),
            "Softmax", new Softmax());

    static Stream<Arguments> layers() {
        return elements("layers").map(node -> Arguments.of(node.get("name").asString(), node));
    }

    static Stream<JsonNode> alphaDropout() {
        return elements("alphaDropout");
    }

    private static Stream<JsonNode> elements(String name) {
        JsonNode array = RECORDED.get(name);
        assertThat(array.size()).isPositive();
        return IntStream.range(0, array.size()).mapToObj(array::get);
    }

    private static double[] concatenatedRows(JsonNode rows) {
        return concatenated(matrix(rows));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void layer_forwardAndBackward_equalTheRecordedOnes(String name, JsonNode node) {
        double[][] x = matrix(node.get("x"));
        TextbookNetwork network =
                TextbookNetwork.of(Network.of(x[0].length, Objects.requireNonNull(LAYERS.get(name), name)));
        double[] parameters = network.initialize(Seed.DEFAULT);
        double[] given = concatenatedRows(node.get("parameters"));
        System.arraycopy(given, 0, parameters, 0, given.length);
        for (int step = 1; step < node.get("steps").intValue(); step++) {
            network.observe(parameters, network.forward(parameters, x, DropoutMasks.none()));
        }
        Pass pass = network.forward(parameters, x, DropoutMasks.none());
        network.observe(parameters, pass);
        double[] gradient = new double[parameters.length];
        double[][] dX = network.backward(parameters, pass, matrix(node.get("weight")), gradient);

        assertThat(concatenated(pass.logits()))
                .containsExactly(concatenatedRows(node.get("output")), within(TOLERANCE));
        assertThat(concatenated(dX)).containsExactly(concatenatedRows(node.get("inputGradient")), within(TOLERANCE));
        double[] recorded = concatenatedRows(node.get("gradients"));
        assertThat(Arrays.copyOf(gradient, recorded.length)).containsExactly(recorded, within(TOLERANCE));
        if (node.has("prediction")) {
            assertThat(Arrays.copyOfRange(parameters, given.length, given.length + x[0].length))
                    .containsExactly(vector(node.get("runningMean")), within(TOLERANCE));
            assertThat(Arrays.copyOfRange(parameters, given.length + x[0].length, parameters.length))
                    .containsExactly(vector(node.get("runningVariance")), within(TOLERANCE));
            assertThat(concatenated(network.forward(parameters, x).logits()))
                    .containsExactly(concatenatedRows(node.get("prediction")), within(TOLERANCE));
        }
    }

    @ParameterizedTest
    @MethodSource("alphaDropout")
    void alphaDropout_keptAndDropped_equalTheRecordedOnes(JsonNode node) {
        Network network = Network.of(3, new AlphaDropout(node.get("rate").doubleValue()));
        DropoutMasks masks = (layer, rate, rows, columns) -> new double[][] {{0, 1, 1}};
        double[][] y = TextbookNetwork.of(network)
                .forward(new double[0], new double[][] {{5, 0, 1}}, masks)
                .logits();
        double[] expected = {
            node.get("dropped").doubleValue(),
            node.get("keptZero").doubleValue(),
            node.get("keptOne").doubleValue()
        };
        // PyTorch has α′ to 16 digits
        assertThat(y[0]).containsExactly(expected, within(1e-9));
    }
}
