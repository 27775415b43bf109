package dev.neurite.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import dev.neurite.activation.Activation;
import dev.neurite.activation.Celu;
import dev.neurite.activation.Elu;
import dev.neurite.activation.LeakyRelu;
import dev.neurite.loss.Link;
import dev.neurite.model.Model;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.Network;
import dev.neurite.parameter.Parameters;
import dev.neurite.program.Program;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// ONNX Runtime agrees with a network that is saved alone.
class PlainModelTest {
    private static final int ROWS = 500;

    static Stream<Activation> activations() {
        return Stream.concat(
                Activation.builtIn().stream(), Stream.of(new Elu(0.3), new LeakyRelu(0.25), new Celu(1.5)));
    }

    /// The largest difference, relative to numbers above 1.
    private static double difference(Model model) throws OrtException {
        int columns = model.network().inputs();
        Random random = new Random(11);
        float[] inputs = new float[ROWS * columns];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = 3 * (float) random.nextGaussian();
        }
        float[] expected = new float[ROWS * model.network().outputs()];
        model.predictor().predict(inputs, ROWS, expected);
        float[][] outputs =
                (float[][]) OnnxScores.of(Bytes.of(model), inputs, columns).get("output");
        assertThat(outputs).hasDimensions(ROWS, model.network().outputs());
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            double actual = outputs[i / outputs[0].length][i % outputs[0].length];
            worst = Math.max(worst, Math.abs(actual - expected[i]) / Math.max(1, Math.abs(expected[i])));
        }
        return worst;
    }

    @ParameterizedTest
    @MethodSource("activations")
    void activation_inEveryLayer_agrees(Activation activation) throws OrtException {
        Network network = Network.of(
                7, Dense.of(20, activation), new Dropout(0.4), Dense.of(20, activation), Dense.of(5, activation));
        assertThat(difference(Trained.started(network, Link.IDENTITY, 2))).isLessThan(5e-6);
    }

    @ParameterizedTest
    @EnumSource
    void link_ofAnyKind_agrees(Link link) throws OrtException {
        Network network = Network.dense(6, List.of(12), Activation.tanh(), 0, 4);
        assertThat(difference(Trained.started(network, link, 3))).isLessThan(5e-6);
    }

    @ParameterizedTest
    @EnumSource
    void layers_withoutBiasOrWithNothingToDo_agree(Link link) throws OrtException {
        Network network = Network.of(
                3, new Dropout(0.1), Dense.of(8, Activation.gelu()).withoutBias(), Dense.linear(1), new Dropout(0.2));
        assertThat(difference(Trained.started(network, link, 4))).isLessThan(5e-6);
    }

    /// One unit that adds nothing, so that no difference but that of the function remains.
    @ParameterizedTest
    @MethodSource("activations")
    void activation_alone_agreesWithin1e6(Activation activation) throws OrtException {
        Network network = Network.of(1, Dense.of(1, activation));
        Parameters parameters =
                Parameters.ofVector(Program.forPrediction(network, 1).layout(), new float[] {1, 0});
        assertThat(difference(new Model(network, parameters, Link.IDENTITY))).isLessThan(1e-6);
    }

    @ParameterizedTest
    @EnumSource
    void link_alone_agreesWithin1e6(Link link) throws OrtException {
        Model model = Trained.started(Network.of(4, new Dropout(0.5)), link, 5);
        assertThat(difference(model)).isLessThan(1e-6);
    }

    @Test
    void network_wideAndDeep_agrees() throws OrtException {
        Network network = Network.dense(300, List.of(517, 130, 64), Activation.silu(), 0, 10);
        assertThat(difference(Trained.started(network, Link.SOFTMAX, 6))).isLessThan(5e-5);
    }
}
