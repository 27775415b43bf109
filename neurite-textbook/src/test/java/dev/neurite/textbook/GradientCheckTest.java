package dev.neurite.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.activation.Activation;
import dev.neurite.loss.Loss;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.random.Seed;
import dev.neurite.textbook.GradientCheck.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientCheckTest {
    private static final TextbookLoss CROSS_ENTROPY = TextbookLoss.of(Loss.softmaxCrossEntropy());

    private static TextbookNetwork deep(Activation activation) {
        return TextbookNetwork.of(Network.of(
                500, Dense.of(100, activation), Dense.of(50, activation), Dense.of(40, activation), Dense.linear(10)));
    }

    /// Samples uniform on [0, 1), as in the described system.
    private static Batch batch(int rows) {
        Seed seed = Seed.of(1);
        double[][] x = new double[rows][500];
        int[] classes = new int[rows];
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < 500; j++) {
                x[r][j] = seed.uniform(r * 500L + j);
            }
            classes[r] = seed.split("classes").below(r, 10);
        }
        return Batch.ofClasses(x, classes);
    }

    @Test
    void at_every_parameter_of_500_100_50_40_10_withRelu_isBelow1e7() {
        TextbookNetwork network = deep(Activation.relu());
        List<Result> results =
                GradientCheck.of(network, CROSS_ENTROPY, batch(1)).at(network.initialize(Seed.of(2)));
        assertThat(results)
                .extracting(Result::name)
                .containsExactly(
                        "layer1.weight",
                        "layer1.bias",
                        "layer2.weight",
                        "layer2.bias",
                        "layer3.weight",
                        "layer3.bias",
                        "layer4.weight",
                        "layer4.bias");
        assertThat(results).extracting(Result::checked).containsExactly(50_000, 100, 5_000, 50, 2_000, 40, 400, 10);
        assertThat(results).allSatisfy(result -> {
            assertThat(result.error()).isLessThan(1e-7);
            assertThat(result.relativeError()).isLessThan(1e-7);
            assertThat(result.analyticNorm()).isGreaterThan(1e-3);
        });
    }

    @Test
    void at_sampledParametersOnABatch_withTanh_isBelow1e7() {
        TextbookNetwork network = deep(Activation.tanh());
        List<Result> results = GradientCheck.of(network, CROSS_ENTROPY, batch(8))
                .withAtMost(2_000)
                .at(network.initialize(Seed.of(2)));
        assertThat(results).extracting(Result::checked).containsExactly(2_000, 100, 2_000, 50, 2_000, 40, 400, 10);
        assertThat(results).allSatisfy(result -> {
            assertThat(result.error()).isLessThan(1e-7);
            assertThat(result.relativeError()).isLessThan(1e-7);
        });
    }

    @Test
    void at_randomNetworks_isBelow1e7OfTheGradient() {
        Property.holds(100, draws -> {
            RandomCase drawn = RandomCase.draw(draws, 3, 12, 6);
            while (drawn.nearKink(1e-3)) {
                drawn = RandomCase.draw(draws, 3, 12, 6);
            }
            TextbookNetwork network = TextbookNetwork.of(drawn.network());
            List<Result> results = GradientCheck.of(network, TextbookLoss.of(drawn.loss()), drawn.batch())
                    .withMasks(drawn.masks())
                    .at(network.vector(drawn.start()));
            assertThat(results)
                    .allSatisfy(
                            result -> assertThat(result.error()).isLessThan(1e-7 * Math.max(1, result.analyticNorm())));
        });
    }

    @Test
    void at_wrongDerivative_isSeen() {
        Activation wrong = Activation.custom("wrong tanh", Math::tanh, z -> 1 - 0.999 * Math.tanh(z) * Math.tanh(z));
        TextbookNetwork network = TextbookNetwork.of(Network.of(3, Dense.of(4, wrong), Dense.linear(2)));
        Batch batch = Batch.ofClasses(new double[][] {{1, -2, 0.5}, {0.3, 0.1, -1}}, new int[] {0, 1});
        List<Result> results = GradientCheck.of(network, CROSS_ENTROPY, batch).at(network.initialize(Seed.of(3)));
        assertThat(results.get(0).relativeError()).isGreaterThan(1e-5);
        assertThat(results.get(2).relativeError()).isLessThan(1e-9);
    }

    @Test
    void relativeError_noGradientAtAll_isZero() {
        assertThat(new Result("layer1.bias", 1, 1, 0, 0, 0).relativeError()).isZero();
    }

    @Test
    void of_noParameters_isRefused() {
        GradientCheck check = GradientCheck.of(deep(Activation.relu()), CROSS_ENTROPY, batch(1));
        assertThatThrownBy(() -> check.withAtMost(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GradientCheck.perBlock must be positive, got 0");
    }
}
