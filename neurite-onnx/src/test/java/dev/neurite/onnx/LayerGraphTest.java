package dev.neurite.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import dev.neurite.activation.Activation;
import dev.neurite.loss.Link;
import dev.neurite.model.Model;
import dev.neurite.network.ActivationLayer;
import dev.neurite.network.AdaptiveActivation;
import dev.neurite.network.AlphaDropout;
import dev.neurite.network.BatchNorm;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.GaussianNoise;
import dev.neurite.network.Layer;
import dev.neurite.network.LayerNorm;
import dev.neurite.network.Network;
import dev.neurite.network.Prelu;
import dev.neurite.network.Residual;
import dev.neurite.network.RmsNorm;
import dev.neurite.network.Scale;
import dev.neurite.network.Softmax;
import dev.neurite.op.Lowering;
import dev.neurite.parameter.Parameters;
import dev.neurite.parameter.Shape;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// ONNX Runtime agrees with every kind of layer, and a file gives back the model that it was made of.
class LayerGraphTest {
    private static final int ROWS = 300;
    private static final int INPUTS = 6;
    private static final Activation SOFTSIGN =
            Activation.custom("mine", z -> z / (1 + Math.abs(z)), z -> 1 / ((1 + Math.abs(z)) * (1 + Math.abs(z))));

    static Stream<Layer> layers() {
        return Stream.of(
                new ActivationLayer(Activation.gelu()),
                AdaptiveActivation.of(Activation.silu()),
                Prelu.standard(),
                Scale.standard(),
                new Softmax(),
                new Dropout(0.3),
                new AlphaDropout(0.25),
                new GaussianNoise(0.1),
                new BatchNorm(0.2, 1e-4),
                new LayerNorm(1e-4),
                RmsNorm.standard(),
                Residual.of(
                        LayerNorm.standard(),
                        Dense.of(9, Activation.tanh()),
                        Residual.of(Prelu.standard(), BatchNorm.standard()),
                        Dense.linear(INPUTS).withoutBias()));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void layer_alone_agreesAndComesBack(Layer layer) throws OrtException {
        assertAgrees(drawn(Network.of(INPUTS, layer)));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void layer_betweenDenseLayers_agreesAndComesBack(Layer layer) throws OrtException {
        assertAgrees(drawn(Network.of(4, Dense.linear(INPUTS), layer, Dense.linear(3))));
    }

    @Test
    void layers_allInOneNetwork_agreeAndComeBack() throws OrtException {
        assertAgrees(drawn(Network.of(INPUTS, layers().toArray(Layer[]::new))));
    }

    private static void assertAgrees(Model model) throws OrtException {
        byte[] file = Bytes.of(model);
        Random random = new Random(3);
        int inputs = model.network().inputs();
        float[] x = new float[ROWS * inputs];
        for (int i = 0; i < x.length; i++) {
            x[i] = 2 * (float) random.nextGaussian();
        }
        float[] expected = new float[ROWS * model.network().outputs()];
        model.predictor().predict(x, ROWS, expected);
        float[][] actual = (float[][]) OnnxScores.of(file, x, inputs).get("output");
        for (int i = 0; i < expected.length; i++) {
            double difference = Math.abs(actual[i / actual[0].length][i % actual[0].length] - expected[i]);
            assertThat(difference).isLessThan(1e-5 * Math.max(1, Math.abs(expected[i])));
        }
        assertThat(new OnnxReader("it").read(file)).isEqualTo(new StoredModel.OfFloats(model));
    }

    /// Parameters that differ from their start, variances positive.
    private static Model drawn(Network network) {
        Program program = Program.forPrediction(network, 1);
        Random random = new Random(5);
        float[] vector = program.initialize(Seed.of(1)).toVector();
        for (int i = 0; i < vector.length; i++) {
            vector[i] += 0.6f * random.nextFloat() - 0.2f;
        }
        return new Model(network, Parameters.ofVector(program.layout(), positive(program, vector)), Link.IDENTITY);
    }

    private static float[] positive(Program program, float[] vector) {
        Parameters drawn = Parameters.ofVector(program.layout(), vector);
        float[] values = drawn.toArray();
        program.layout().slots().stream()
                .filter(slot -> slot.name().endsWith("variance"))
                .forEach(slot -> {
                    for (int i = slot.offset(); i < slot.end(); i++) {
                        values[i] = Math.abs(values[i]);
                    }
                });
        return Parameters.of(program.layout(), values).toVector();
    }

    @Test
    void layersAndActivations_ofAUser_areRefusedByPlaceAndKind() {
        assertThatThrownBy(() -> Bytes.of(drawn(Network.of(2, Dense.linear(2), new Mine()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "layer 2 (Mine): a layer of a user has no ONNX translation; only the built-in ones can be saved");
        assertThatThrownBy(() ->
                        Bytes.of(drawn(Network.of(2, Residual.of(new Scale(1), new ActivationLayer(SOFTSIGN))))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layer 1 (Residual), layer 2 (Activation): activation mine has no ONNX translation; "
                        + "only the built-in ones can be saved");
    }

    /// A layer that does nothing.
    private record Mine() implements Layer.Custom {
        @Override
        public String name() {
            return "Mine";
        }

        @Override
        public Shape output(Shape input) {
            return input;
        }

        @Override
        public void lower(Lowering lowering) {}
    }
}
