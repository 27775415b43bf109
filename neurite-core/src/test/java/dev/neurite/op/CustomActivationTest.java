package dev.neurite.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.loss.Loss;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.train.Trainer;
import org.junit.jupiter.api.Test;

/// What training says of a user's function that gives NaN.
class CustomActivationTest {
    private static final Dataset DATA = Dataset.of(new float[][] {{1, 2}, {-1, 0.5f}, {0, 0}}, new float[] {1, -1, 0});

    private static Network network(Activation activation) {
        return Network.of(2, Dense.of(3, Activation.tanh()), Dense.of(5, activation), Dense.linear(1));
    }

    private static void train(Activation activation) {
        Trainer.of(Loss.meanSquaredError()).withEpochs(2).fit(network(activation), DATA);
    }

    @Test
    void train_valueIsNan_namesLayerFunctionAndNumber() {
        Activation root = Activation.custom("root", z -> z < 0 ? Double.NaN : StrictMath.sqrt(z), z -> 1);
        assertThatThrownBy(() -> train(root))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("layer 2 \\(Dense\\): activation root must give numbers, but f\\(-\\d.*\\) is NaN");
    }

    @Test
    void train_derivativeIsNan_namesLayerFunctionAndNumber() {
        Activation flat = Activation.custom("flat", z -> z, z -> z == 0 ? Double.NaN : 1);
        assertThatThrownBy(() -> train(flat))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layer 2 (Dense): activation flat must give numbers, but f′(0.0) is NaN");
    }

    @Test
    void train_sliceOfAUser_givesTheBitsOfTheSameBuiltIn() {
        Activation own = Activation.customSlices(
                "own",
                (z, zAt, a, aAt, n) -> Activation.mish().apply(z, zAt, a, aAt, n),
                (z, zAt, delta, at, n) -> Activation.mish().multiplyByDerivative(z, zAt, delta, at, n));
        Trainer trainer = Trainer.of(Loss.meanSquaredError()).withEpochs(3);
        float[] expected = trainer.fit(network(Activation.mish()), DATA)
                .model()
                .parameters()
                .toVector();
        assertThat(trainer.fit(network(own), DATA).model().parameters().toVector())
                .isEqualTo(expected);
    }
}
