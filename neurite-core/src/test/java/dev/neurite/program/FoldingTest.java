package dev.neurite.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.activation.Activation;
import dev.neurite.network.ActivationLayer;
import dev.neurite.network.BatchNorm;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.Layer;
import dev.neurite.network.Network;
import dev.neurite.network.Residual;
import dev.neurite.op.Workspace;
import dev.neurite.parameter.Parameters;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Rows;
import dev.neurite.parameter.Slot;
import dev.neurite.random.Seed;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The folded form of a network predicts what the network does.
class FoldingTest {
    private static final int ROWS = 50;
    private static final BatchNorm NORM = BatchNorm.standard();

    /// A network and how many of its batch normalisations cannot be folded.
    record Case(Network network, int left) {}

    static List<Case> cases() {
        Layer tanh = new ActivationLayer(Activation.tanh());
        Dense linear = Dense.linear(20);
        return List.of(
                new Case(Network.of(7, linear, NORM, tanh, Dense.linear(3)), 0),
                new Case(Network.of(7, linear.withoutBias(), NORM, NORM, tanh, Dense.linear(3)), 0),
                new Case(Network.of(7, NORM, new Dropout(0.2), NORM, Dense.linear(3)), 0),
                new Case(Network.of(7, NORM, Dense.of(9, Activation.tanh()).withoutBias(), NORM, tanh), 1),
                new Case(Network.of(7, NORM, Dense.linear(3), NORM), 0),
                new Case(
                        Network.of(7, NORM, Residual.of(NORM, Dense.linear(30), tanh, NORM, Dense.linear(7)), NORM),
                        2));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void apply_drawnParameters_predictsTheSame(Case given) {
        Network network = given.network();
        Folding folding = Folding.of(network);
        Parameters parameters = drawn(Program.forPrediction(network, 1));
        assertThat(statistics(folding.network())).isEqualTo(2 * given.left());
        float[] expected = outputs(network, parameters.toArray());
        float[] actual = outputs(folding.network(), folding.apply(parameters));
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.pow((double) actual[i] - expected[i], 2);
            norm += Math.pow(expected[i], 2);
        }
        assertThat(Math.sqrt(difference / norm)).isLessThan(1e-6);
    }

    private static long statistics(Network network) {
        return Program.forPrediction(network, 1).layout().slots().stream()
                .filter(slot -> slot.role() == Role.STATISTIC)
                .count();
    }

    /// Gains around 1, means around 0, positive variances.
    private static Parameters drawn(Program program) {
        float[] values = program.initialize(Seed.of(1)).toArray();
        for (Slot slot : program.layout().slots()) {
            Seed seed = Seed.of(2).split(slot.name());
            for (int i = slot.offset(); slot.role() != Role.WEIGHT && i < slot.offset() + slot.columns(); i++) {
                double low = slot.name().endsWith("variance") ? -0.8 : -0.5;
                values[i] += (float) (low + 1.5 * seed.uniform(i));
            }
        }
        return Parameters.of(program.layout(), values);
    }

    private static float[] outputs(Network network, float[] parameters) {
        Program program = Program.forPrediction(network, ROWS);
        Workspace workspace = program.workspace(parameters, new float[0]);
        workspace.resize(ROWS);
        Rows input = workspace.values(program.input());
        for (int i = 0; i < ROWS * input.columns(); i++) {
            input.data()[input.row(i / input.columns()) + i % input.columns()] =
                    (float) Seed.of(3).normal(i);
        }
        program.forward(workspace);
        Rows output = workspace.values(program.output());
        float[] outputs = new float[ROWS * output.columns()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = output.at(i / output.columns(), i % output.columns());
        }
        return outputs;
    }
}
