package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.data.Dataset;
import dev.neurite.initialize.Initializer;
import dev.neurite.loss.Link;
import dev.neurite.loss.Loss;
import dev.neurite.network.Dense;
import dev.neurite.network.Layer;
import dev.neurite.network.Network;
import dev.neurite.op.Lowering;
import dev.neurite.op.Op;
import dev.neurite.op.Region;
import dev.neurite.op.Workspace;
import dev.neurite.parameter.Rows;
import dev.neurite.parameter.Shape;
import dev.neurite.random.Seed;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What training says of users' losses, layers and initializers that give NaN or the wrong length. Of their
/// activations: `CustomActivationTest`.
class CustomCheckTest {
    private static final Dataset DATA = Dataset.of(new float[][] {{1}, {2}, {3}}, new float[] {1, 2, 4});
    private static final Dense ONE = Dense.linear(1).withStart(Initializer.constant(1), Initializer.zeros());
    private static final Network NETWORK = Network.of(1, ONE);

    /// A loss of one output, from its value and its slope.
    private record Own(int wanted, DoubleBinaryOperator value, DoubleBinaryOperator slope) implements Loss.Custom {
        @Override
        public String name() {
            return "own";
        }

        @Override
        public Link link() {
            return Link.IDENTITY;
        }

        @Override
        public int targets(int outputs) {
            return wanted;
        }

        @Override
        public @Nullable String problem(float[] target, int offset, int outputs) {
            return null;
        }

        @Override
        public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
            double loss = 0;
            for (int row = 0; row < rows; row++) {
                float z = logits.at(row, 0);
                float t = targets.at(row, 0);
                loss += value.applyAsDouble(z, t) / rows;
                delta.data()[delta.row(row)] = (float) (slope.applyAsDouble(z, t) / rows);
            }
            return loss;
        }
    }

    /// A layer that multiplies on its way forward and on its way back by what it is told.
    private record Times(float there, float back) implements Layer.Custom {
        @Override
        public String name() {
            return "Times";
        }

        @Override
        public Shape output(Shape input) {
            return input;
        }

        @Override
        public void lower(Lowering lowering) {
            Region input = lowering.current();
            lowering.add(new TimesOp(lowering.layer(), input, lowering.region("output", input.columns()), there, back));
        }
    }

    private record TimesOp(String name, Region input, Region output, float there, float back) implements Op {
        @Override
        public void forward(Workspace workspace) {
            multiply(workspace.rows(), workspace.values(input), there, workspace.values(output));
        }

        @Override
        public void backward(Workspace workspace) {
            multiply(workspace.rows(), workspace.deltas(output), back, workspace.deltas(input));
        }

        private static void multiply(int rows, Rows from, float factor, Rows to) {
            for (int row = 0; row < rows; row++) {
                for (int j = 0; j < to.columns(); j++) {
                    to.data()[to.row(row) + j] = factor * from.at(row, j);
                }
            }
        }
    }

    private static double nanAtTwo(double z, double t) {
        return t == 2 ? Double.NaN : z - t;
    }

    private static double difference(double z, double t) {
        return z - t;
    }

    private static void assertRefused(Loss loss, String message) {
        Trainer trainer = Trainer.of(loss).withEpochs(2);
        assertThatThrownBy(() -> trainer.fit(NETWORK, DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> Lbfgs.standard().fit(trainer, NETWORK, DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void fit_lossIsNan_namesItAndTheNumbers() {
        assertRefused(
                new Own(1, CustomCheckTest::nanAtTwo, CustomCheckTest::difference),
                "loss own must give numbers, but the loss of outputs [2.0] and targets [2.0] is NaN");
    }

    @Test
    void fit_gradientOfLossIsNan_namesItAndTheNumbers() {
        assertRefused(
                new Own(1, CustomCheckTest::difference, CustomCheckTest::nanAtTwo),
                "loss own must give numbers, but the gradient of outputs [2.0] and targets [2.0] is NaN");
    }

    @Test
    void fit_lossWithoutTargets_isRefused() {
        assertRefused(
                new Own(0, CustomCheckTest::difference, CustomCheckTest::difference),
                "loss own must have at least one target for 1 outputs, got 0");
    }

    /// Where the network is to blame, the training has diverged.
    @Test
    void fit_lossOfOutputsThatAreNan_diverges() {
        Dataset far = Dataset.of(new float[][] {{3e38f}, {3e38f}}, new float[] {1, 1});
        Loss loss = new Own(1, (z, t) -> 0 * z, CustomCheckTest::difference);
        Dense large = ONE.withStart(Initializer.constant(3e38), Initializer.zeros());
        TrainingResult result = Trainer.of(loss).fit(Network.of(1, large), far);
        assertThat(result.end()).isEqualTo(End.DIVERGED);
        assertThat(result.divergence().orElseThrow().place()).isEqualTo("layer 1 (Dense)");
    }

    private static void assertRefused(float there, float back, String message) {
        Network network = Network.of(1, Dense.linear(2), new Times(there, back), ONE);
        assertThatThrownBy(() -> Trainer.forRegression().withBatchSize(3).fit(network, DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void fit_layerThatGivesNan_isNamed() {
        assertRefused(Float.NaN, 1, "layer 2 (Times) must give numbers, but number 0 of row 0 of its output is NaN");
    }

    @Test
    void fit_layerWhoseGradientIsNan_isNamed() {
        assertRefused(
                1,
                Float.NaN,
                "layer 2 (Times) must give numbers, but number 0 of row 0 of the gradient by its input is NaN");
    }

    @Test
    void fit_soundLayer_learns() {
        Network network = Network.of(1, ONE, new Times(2, 2));
        TrainingResult result = Lbfgs.standard().fit(Trainer.forRegression(), network, DATA);
        // least squares of 1, 2, 4 by a line: slope 3/2, intercept −2/3
        float[] found = result.model().predictor().predict(new float[] {2});
        assertThat((double) found[0]).isCloseTo(7 / 3.0, within(1e-4));
    }

    @Test
    void fit_initializerThatIsNotFinite_isNamed() {
        Initializer bad = new Initializer() {
            @Override
            public double draw(Seed seed, long index, int fanIn, int fanOut) {
                return index == 1 ? 1e60 : 1;
            }

            @Override
            public String toString() {
                return "bad";
            }
        };
        Network network = Network.of(1, Dense.linear(3).withStart(bad, Initializer.zeros()), ONE);
        assertThatThrownBy(() -> Trainer.forRegression().fit(network, DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layer 1 (Dense): initializer bad must draw finite numbers, but number 1 of layer1.weight"
                        + " is Infinity");
    }
}
