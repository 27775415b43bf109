package dev.neurite.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.activation.Activation;
import dev.neurite.initialize.Initializer;
import dev.neurite.op.ActivationOp;
import dev.neurite.op.Lowering;
import dev.neurite.op.Op;
import dev.neurite.op.Region;
import dev.neurite.op.Workspace;
import dev.neurite.parameter.Constraint;
import dev.neurite.parameter.Learning;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Rows;
import dev.neurite.parameter.Shape;
import dev.neurite.parameter.Slot;
import dev.neurite.program.Program;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What layers refuse, and how they are lowered.
class LayerTest {
    private static final Dense LINEAR = Dense.linear(2);

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void options_outOfRange_areRefused() {
        assertRefused(() -> new Prelu(Double.NaN), "Prelu.start must be finite, got NaN");
        assertRefused(
                () -> new AdaptiveActivation(Activation.relu(), Double.POSITIVE_INFINITY),
                "AdaptiveActivation.start must be finite, got Infinity");
        assertRefused(() -> new Scale(Double.NaN), "Scale.start must be finite, got NaN");
        assertRefused(() -> new AlphaDropout(1), "AlphaDropout.rate must be in [0, 1), got 1.0");
        assertRefused(
                () -> new GaussianNoise(-0.1),
                "GaussianNoise.standardDeviation must be finite and not negative, got -0.1");
        assertRefused(() -> new BatchNorm(0, 1e-5), "BatchNorm.momentum must be in (0, 1], got 0.0");
        assertRefused(() -> new BatchNorm(0.1, 0), "BatchNorm.epsilon must be finite and positive, got 0.0");
        assertRefused(() -> new LayerNorm(-1), "LayerNorm.epsilon must be finite and positive, got -1.0");
        assertRefused(() -> new RmsNorm(0), "RmsNorm.epsilon must be finite and positive, got 0.0");
        assertRefused(Residual::of, "Residual.layers must have at least one layer, got none");
        assertRefused(() -> LINEAR.withPenalty(-1, 0), "Dense.l1 must be finite and not negative, got -1.0");
        assertRefused(() -> LINEAR.withPenalty(0, Double.NaN), "Dense.l2 must be finite and not negative, got NaN");
        assertRefused(
                () -> LINEAR.withConstraint(Constraint.maxNorm(0)), "maxNorm must be finite and positive, got 0.0");
    }

    @Test
    void residual_thatDoesNotKeepTheShape_isRefusedWithTheLayerInside() {
        assertRefused(
                () -> Network.of(3, LINEAR, Residual.of(new Scale(1), Dense.linear(4))),
                "layer 2 (Residual): layer 2 (Dense) must give back the 2 numbers that the block takes, gives 4");
    }

    @Test
    void residual_insideAnother_namesParametersByTheirPlace() {
        Network network = Network.of(2, Residual.of(Scale.standard(), Residual.of(LINEAR)), LINEAR);
        assertThat(Program.forTraining(network, 3).layout().slots())
                .extracting(Slot::name)
                .containsExactly(
                        "layer1.layer1.scale",
                        "layer1.layer2.layer1.weight",
                        "layer1.layer2.layer1.bias",
                        "layer2.weight",
                        "layer2.bias");
        assertThat(Program.forTraining(network, 3).ops())
                .extracting(Op::name)
                .contains("layer 1 (Residual), layer 2 (Residual), layer 1 (Dense)");
    }

    @Test
    void region_beforeAnythingLearns_needsNoDelta() {
        Network network = Network.of(
                2, new GaussianNoise(1), LINEAR.frozen(), new ActivationLayer(Activation.tanh()), LINEAR, LINEAR);
        assertThat(Program.forTraining(network, 3).ops())
                .extracting(op -> op.output().needsDelta())
                .containsExactly(false, false, false, true, true);
    }

    @Test
    void lowering_twoWritersOfARegion_isRefused() {
        Network network = Network.of(2, custom(2, lowering -> {
            Region input = lowering.current();
            Region output = lowering.region("output", 2);
            lowering.add(new ActivationOp(lowering.layer(), input, output, Activation.tanh()));
            lowering.add(new ActivationOp(lowering.layer(), input, output, Activation.tanh()));
        }));
        assertThatThrownBy(() -> Program.forTraining(network, 3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("two ops write region layer1.output");
    }

    @Test
    void lowering_parameterBehindARegion_isRefused() {
        Network network = Network.of(2, custom(2, lowering -> {
            lowering.region("output", 2);
            lowering.row("slope", Role.SHAPE, 0);
        }));
        assertThatThrownBy(() -> Program.forTraining(network, 3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("layer 1 (Custom): parameter slope must be taken before any region");
    }

    @Test
    void custom_thatLeavesAnotherShape_isRefused() {
        Network network = Network.of(2, custom(3, lowering -> {}));
        assertRefused(
                () -> Program.forTraining(network, 3),
                "layer 1 (Custom): its ops must end in the 3 numbers that its output says, got 2");
    }

    @Test
    void custom_withItsOwnOp_computesForwardAndBackward() {
        Network network = Network.of(2, LINEAR, custom(2, LayerTest::lowerShift));
        Program program = Program.forTraining(network, 1);
        float[] parameters = new float[program.layout().length()];
        float[] gradients = new float[parameters.length];
        Slot shift = program.layout().slot("layer2.shift");
        parameters[shift.offset() + 1] = 5;
        Workspace workspace = program.workspace(parameters, gradients);
        workspace.resize(1);
        program.forward(workspace);
        assertThat(workspace.values(program.output()).at(0, 1)).isEqualTo(5);
        Rows delta = workspace.deltas(program.output());
        delta.data()[delta.row(0) + 1] = 3;
        program.backward(workspace);
        assertThat(workspace.gradient(shift).at(0, 1)).isEqualTo(3);
        assertThat(workspace.gradient(program.layout().slot("layer1.bias")).at(0, 1))
                .isEqualTo(3);
    }

    private static Layer custom(int outputs, Consumer<Lowering> lower) {
        return new Layer.Custom() {
            @Override
            public String name() {
                return "Custom";
            }

            @Override
            public Shape output(Shape input) {
                return Shape.of(outputs);
            }

            @Override
            public void lower(Lowering lowering) {
                lower.accept(lowering);
            }
        };
    }

    private static void lowerShift(Lowering lowering) {
        Region input = lowering.current();
        Slot shift = lowering.parameter("shift", 1, 2, Role.BIAS, Initializer.zeros(), 2, 2, Learning.free());
        lowering.add(new ShiftOp(lowering.layer(), input, lowering.region("output", 2), shift));
    }

    /// `y = x + shift` of one row.
    private record ShiftOp(String name, Region input, Region output, Slot shift) implements Op {
        @Override
        public void forward(Workspace w) {
            for (int j = 0; j < 2; j++) {
                Rows y = w.values(output);
                y.data()[y.row(0) + j] =
                        w.values(input).at(0, j) + w.parameter(shift).at(0, j);
            }
        }

        @Override
        public void backward(Workspace w) {
            for (int j = 0; j < 2; j++) {
                Rows gradient = w.gradient(shift);
                Rows dx = w.deltas(input);
                gradient.data()[gradient.row(0) + j] = w.deltas(output).at(0, j);
                dx.data()[dx.row(0) + j] = w.deltas(output).at(0, j);
            }
        }
    }
}
