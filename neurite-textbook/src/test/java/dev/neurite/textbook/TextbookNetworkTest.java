package dev.neurite.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.activation.Activation;
import dev.neurite.initialize.Initializer;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.Network;
import dev.neurite.parameter.Slot;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TextbookNetworkTest {
    private static final Network NETWORK = Network.of(
            3,
            Dense.of(5, Activation.relu()).withStart(Initializer.heNormal(), Initializer.uniform(-1, 1)),
            new Dropout(0.5),
            Dense.of(4, Activation.tanh()).withoutBias(),
            Dense.linear(2));

    /// 2-2-1 by hand: z₁ = x·W₁ + b₁ = (1·1 + 2·3 + 1, 1·2 − 2·4 − 1) = (8, −7), a₁ = (8, 0), z₂ = 8·5 + 0·6 + 2
    /// = 42.
    @Test
    void forward_twoLayersByHand_isRight() {
        TextbookNetwork network = TextbookNetwork.of(Network.of(2, Dense.of(2, Activation.relu()), Dense.linear(1)));
        double[] parameters = {1, 2, 3, -4, 1, -1, 5, 6, 2};
        Pass pass = network.forward(parameters, new double[][] {{1, 2}});
        assertThat(pass.inner(0)).isDeepEqualTo(new double[][] {{8, -7}});
        assertThat(pass.output(0)).isDeepEqualTo(new double[][] {{8, 0}});
        assertThat(pass.logits()).isDeepEqualTo(new double[][] {{42}});
    }

    /// The same network with dL/dz₂ = 1: dW₂ = a₁ = (8, 0), db₂ = 1, dz₁ = (5, 0), dW₁ = x·dz₁ = (5, 0; 10, 0).
    @Test
    void backward_twoLayersByHand_isRight() {
        TextbookNetwork network = TextbookNetwork.of(Network.of(2, Dense.of(2, Activation.relu()), Dense.linear(1)));
        double[] parameters = {1, 2, 3, -4, 1, -1, 5, 6, 2};
        Pass pass = network.forward(parameters, new double[][] {{1, 2}});
        assertThat(network.backward(parameters, pass, new double[][] {{1}}))
                .containsExactly(5, 0, 10, 0, 5, 0, 8, 0, 1);
    }

    @Test
    void blocks_anyNetwork_standInTheOrderOfTheEngine() {
        var slots = Program.forTraining(NETWORK, 1).layout().slots();
        var blocks = TextbookNetwork.of(NETWORK).blocks();
        assertThat(blocks)
                .extracting(ParameterBlock::name)
                .containsExactlyElementsOf(slots.stream().map(Slot::name).toList());
        assertThat(blocks)
                .extracting(ParameterBlock::size)
                .containsExactlyElementsOf(slots.stream().map(Slot::count).toList());
        assertThat(blocks)
                .extracting(ParameterBlock::decays)
                .containsExactlyElementsOf(
                        slots.stream().map(slot -> slot.role().decays()).toList());
    }

    @Test
    void initialize_anySeed_drawsWhatTheEngineRounds() {
        TextbookNetwork network = TextbookNetwork.of(NETWORK);
        double[] drawn = network.initialize(Seed.of(5));
        double[] rounded = Arrays.stream(drawn).map(value -> (float) value).toArray();
        assertThat(network.vector(Program.forTraining(NETWORK, 1).initialize(Seed.of(5))))
                .containsExactly(rounded);
        assertThat(Arrays.stream(drawn).filter(value -> value == 0))
                .as("biases of the last layer")
                .hasSize(2);
    }

    @Test
    void decays_weightsAndBiases_onlyWeights() {
        boolean[] decays = TextbookNetwork.of(Network.of(2, Dense.linear(1), Dense.linear(2)))
                .decays();
        assertThat(decays).containsExactly(true, true, false, true, true, false, false);
    }

    /// Two outputs and weights (1, 0): softmax gives exp x / (exp x + 1), the sigmoid.
    @Test
    void forward_twoOutputsOfOneInput_isTheSigmoid() {
        TextbookNetwork network = TextbookNetwork.of(Network.of(1, Dense.linear(2)));
        double[] parameters = {1, 0, 0, 0};
        for (int i = 0; i < 50; i++) {
            double x = -2 + 4.0 * i / 49;
            double[] z = network.forward(parameters, new double[][] {{x}}).logits()[0];
            assertThat(Math.abs(OutputFunction.softmax().value(z)[0] - 1 / (1 + Math.exp(-x))))
                    .isLessThanOrEqualTo(Math.ulp(1.0));
        }
    }

    @Test
    void forward_deepClassifier_probabilitiesSumToOne() {
        TextbookNetwork network = TextbookNetwork.of(Network.of(
                500,
                Dense.of(100, Activation.relu()),
                Dense.of(50, Activation.relu()),
                Dense.of(40, Activation.relu()),
                Dense.linear(10)));
        double[][] x = new double[20][500];
        for (int r = 0; r < x.length; r++) {
            Seed seed = Seed.of(r);
            Arrays.setAll(x[r], seed::uniform);
        }
        double[] parameters = network.initialize(Seed.of(1));
        for (double[] z : network.forward(parameters, x).logits()) {
            double[] p = OutputFunction.softmax().value(z);
            assertThat(Arrays.stream(p).boxed())
                    .hasSize(10)
                    .allMatch(probability -> probability > 0 && probability < 1);
            assertThat(Math.abs(Arrays.stream(p).sum() - 1)).isLessThan(1e-15 * 10);
        }
    }

    @Test
    void forward_wrongSizes_sayWhatIsExpected() {
        TextbookNetwork network = TextbookNetwork.of(Network.of(2, Dense.linear(1)));
        assertThatThrownBy(() -> network.forward(new double[2], new double[][] {{1, 2}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameters must be 3 numbers, got 2");
        assertThatThrownBy(() -> network.forward(new double[3], new double[][] {{1, 2}, {1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x: row 1 must have 2 numbers, got 1");
        assertThatThrownBy(() -> network.forward(new double[3], new double[0][]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x must have at least one row, got none");
    }
}
