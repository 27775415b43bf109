package dev.neurite.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.activation.Activation;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {
    @Test
    void dense_hiddenLayers_haveTheGivenSizes() {
        Network network = Network.dense(4, List.of(8, 6), Activation.tanh(), 0.1, 3);
        assertThat(network)
                .isEqualTo(Network.of(
                        4,
                        Dense.of(8, Activation.tanh()),
                        new Dropout(0.1),
                        Dense.of(6, Activation.tanh()),
                        new Dropout(0.1),
                        Dense.linear(3)));
        assertThat(network.outputs()).isEqualTo(3);
    }

    @Test
    void network_withoutLayers_isRefused() {
        assertThatThrownBy(() -> Network.of(4)).hasMessage("a network must have at least one layer, got none");
    }

    @Test
    void sizesAndRates_outOfRange_areRefused() {
        assertThatThrownBy(() -> Dense.linear(0)).hasMessage("Dense.units must be positive, got 0");
        assertThatThrownBy(() -> new Dropout(1)).hasMessage("Dropout.rate must be in [0, 1), got 1.0");
        assertThatThrownBy(() -> Network.of(0, Dense.linear(1))).hasMessage("Network.inputs must be positive, got 0");
        assertThatThrownBy(() -> Network.dense(-1, List.of(), Activation.relu(), 0, 1))
                .hasMessage("Network.inputs must be positive, got -1");
    }

    @Test
    void program_listing_namesEachOp() {
        Network network = Network.dense(4, List.of(8), Activation.gelu(), 0.5, 3);
        assertThat(Program.forTraining(network, 16).toString()).isEqualTo("""
                        layer1.output = gelu(input · layer1.weight + layer1.bias)
                        layer2.output = dropout(layer1.output, 0.5)
                        layer3.output = layer2.output · layer3.weight + layer3.bias
                        """);
        assertThat(Program.forPrediction(network, 16).ops()).hasSize(2);
    }

    @Test
    void program_layout_isTheSameForTrainingAndPrediction() {
        Network network = Network.dense(4, List.of(8), Activation.relu(), 0.5, 3);
        Program program = Program.forTraining(network, 5);
        assertThat(program.layout())
                .isEqualTo(Program.forPrediction(network, 900).layout());
        assertThat(program.layout().count()).isEqualTo(4 * 8 + 8 + 8 * 3 + 3);
        assertThat(program.initialize(Seed.of(1)).toVector()).hasSize(67);
    }
}
