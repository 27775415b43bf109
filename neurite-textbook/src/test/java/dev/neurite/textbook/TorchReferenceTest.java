package dev.neurite.textbook;

import static dev.neurite.textbook.Reference.concatenated;
import static dev.neurite.textbook.Reference.integers;
import static dev.neurite.textbook.Reference.matrix;
import static dev.neurite.textbook.Reference.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.neurite.activation.Activation;
import dev.neurite.activation.Celu;
import dev.neurite.activation.HardSigmoid;
import dev.neurite.activation.LeakyRelu;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Formulas against what PyTorch computed in double precision.
class TorchReferenceTest {
    private static final JsonNode REFERENCE = Reference.read("torch-reference");

    static Stream<Arguments> activations() {
        return Stream.of(
                argumentSet("relu", "relu", Activation.relu()),
                argumentSet("leaky_relu", "leaky_relu_0.01", new LeakyRelu(0.01)),
                argumentSet("elu", "elu_1.0", Activation.elu()),
                argumentSet("selu", "selu", Activation.selu()),
                argumentSet("gelu", "gelu_exact", Activation.gelu()),
                argumentSet("silu", "silu", Activation.silu()),
                argumentSet("softplus", "softplus", Activation.softplus()),
                argumentSet("tanh", "tanh", Activation.tanh()),
                argumentSet("sigmoid", "sigmoid", Activation.sigmoid()),
                argumentSet("celu", "celu_1.5", new Celu(1.5)),
                argumentSet("gelu_tanh", "gelu_tanh", Activation.geluTanh()),
                argumentSet("mish", "mish", Activation.mish()),
                argumentSet("softsign", "softsign", Activation.softsign()),
                argumentSet("hard_sigmoid", "hard_sigmoid", Activation.hardSigmoid()),
                argumentSet("hard_swish", "hard_swish", Activation.hardSwish()),
                argumentSet("hard_tanh", "hard_tanh", Activation.hardTanh()),
                argumentSet("relu6", "relu6", Activation.relu6()),
                argumentSet("log_sigmoid", "log_sigmoid", Activation.logSigmoid()),
                argumentSet("identity", "identity", Activation.identity()));
    }

    @ParameterizedTest
    @MethodSource("activations")
    void valueAndDerivative_upTo750_equalTheRecordedOnes(String name, Activation activation) {
        JsonNode recorded = REFERENCE.get("activations").get("cases").get(name);
        double[] x = vector(REFERENCE.get("activations").get("x"));
        double[] values = Arrays.stream(x).map(activation::value).toArray();
        double[] derivatives = Arrays.stream(x).map(activation::derivative).toArray();
        assertThat(Errors.largest(values, vector(recorded.get("y")), 1)).isLessThan(1e-10);
        // of this one PyTorch 1.13 computes the derivative with the constant 1/6 rounded to float
        double allowed = activation instanceof HardSigmoid ? 5e-9 : 1e-10;
        assertThat(Errors.largest(derivatives, vector(recorded.get("dy_dx")), 1))
                .isLessThan(allowed);
    }

    @ParameterizedTest
    @MethodSource("activations")
    void slices_upTo750_areWithin2e6OfTheRecordedOnes(String name, Activation activation) {
        JsonNode recorded = REFERENCE.get("activations").get("cases").get(name);
        float[] z = Engine.floats(vector(REFERENCE.get("activations").get("x")));
        float[] a = new float[z.length];
        activation.apply(z, 0, a, 0, z.length);
        float[] delta = new float[z.length];
        Arrays.fill(delta, 1);
        activation.multiplyByDerivative(activation.readsInput() ? z : a, 0, delta, 0, z.length);
        assertThat(Errors.largest(Engine.doubles(a), vector(recorded.get("y")), 1))
                .isLessThan(2e-6);
        assertThat(Errors.largest(Engine.doubles(delta), vector(recorded.get("dy_dx")), 1))
                .isLessThan(2e-6);
    }

    @Test
    void activations_ofTheReference_areAllTried() {
        List<Object> tried = activations().map(arguments -> arguments.get()[0]).toList();
        assertThat(tried)
                .containsExactlyInAnyOrderElementsOf(
                        REFERENCE.get("activations").get("cases").propertyNames());
    }

    static Stream<Arguments> losses() {
        JsonNode losses = REFERENCE.get("losses");
        double[][] classes = column(integers(losses.get("targets")));
        double[][] binary = matrix(losses.get("binary"));
        double[][] probabilities = matrix(losses.get("probabilities"));
        return Stream.of(
                argumentSet("cross_entropy", "cross_entropy", RowLoss.softmaxCrossEntropy(), classes),
                argumentSet("huge", "cross_entropy_huge_logits", RowLoss.softmaxCrossEntropy(), classes),
                argumentSet("bce", "bce_with_logits", RowLoss.sigmoidCrossEntropy(), binary),
                argumentSet("bce huge", "bce_with_logits_huge", RowLoss.sigmoidCrossEntropy(), binary),
                argumentSet("mse", "mse", RowLoss.squaredError(false), matrix(losses.get("y"))),
                argumentSet(
                        "probabilities through the Jacobian",
                        "cross_entropy_probabilities",
                        RowLoss.crossEntropy().throughJacobian(OutputFunction.softmax()),
                        probabilities));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void valueAndGradient_recordedLogits_equalTheRecordedOnes(String name, RowLoss row, double[][] targets) {
        JsonNode recorded = REFERENCE.get("losses").get("cases").get(name);
        double[][] logits = matrix(recorded.get("prediction"));
        assertRecorded(recorded, new TextbookLoss(row), logits, Batch.of(logits, targets));
    }

    @Test
    void valueAndGradient_classWeightsAsWeightsOfRows_equalTheRecordedOnes() {
        JsonNode losses = REFERENCE.get("losses");
        JsonNode recorded = losses.get("cases").get("cross_entropy_class_weights");
        double[][] logits = matrix(recorded.get("prediction"));
        int[] classes = integers(losses.get("targets"));
        double[] weights = Arrays.stream(classes)
                .mapToDouble(k -> losses.get("class_weights").get(k).doubleValue())
                .toArray();
        Batch batch = Batch.ofClasses(logits, classes).withWeights(weights);
        assertRecorded(recorded, new TextbookLoss(RowLoss.softmaxCrossEntropy()), logits, batch);
    }

    private static void assertRecorded(JsonNode recorded, TextbookLoss loss, double[][] logits, Batch batch) {
        double[] value = {loss.value(logits, batch)};
        double[] gradient = concatenated(loss.gradient(logits, batch));
        assertThat(Errors.largest(value, new double[] {recorded.get("loss").doubleValue()}, 1))
                .isLessThan(1e-10);
        assertThat(Errors.largest(gradient, concatenated(matrix(recorded.get("gradient"))), 1))
                .isLessThan(1e-10);
    }

    private static double[][] column(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(k -> new double[] {k}).toArray(double[][]::new);
    }
}
