package dev.neurite.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `BuiltInTest` of neurite-testkit, the contract of every activation, leaves open.
class ActivationTest {
    @Test
    void named_anyCase_findsBuiltIn() {
        assertThat(Activation.named("ReLU")).isEqualTo(Activation.relu());
    }

    @Test
    void named_unknown_listsNames() {
        assertThatThrownBy(() -> Activation.named("rely"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("activation must be one of identity, relu, leakyrelu")
                .hasMessageEndingWith("got rely");
    }

    @ParameterizedTest
    @MethodSource("dev.neurite.activation.Activation#builtIn")
    void multiplyByDerivative_tinyProduct_isFlushed(Activation activation) {
        if (activation instanceof Identity) {
            return;
        }
        float[] delta = {0x1p-120f, -0x1p-120f, Float.MIN_VALUE};
        activation.multiplyByDerivative(new float[] {0.5f, 0.5f, 0.5f}, 0, delta, 0, 3);
        assertThat(delta).containsOnly(0f);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, -1, 0, 1, 3, 6})
    void multiplyByDerivative_atAKink_isTheDocumentedSide(double z) {
        for (Activation activation : Activation.builtIn()) {
            float[] saved = {(float) z};
            if (!activation.readsInput()) {
                activation.apply(saved, 0, saved, 0, 1);
            }
            float[] delta = {1};
            activation.multiplyByDerivative(saved, 0, delta, 0, 1);
            assertThat((double) delta[0])
                    .as("%s at %s", activation, z)
                    .isCloseTo(activation.derivative(z), within(2e-6));
        }
    }

    @Test
    void constants_outOfRange_areRefused() {
        assertThatThrownBy(() -> new LeakyRelu(1)).hasMessage("LeakyRelu.slope must be in [0, 1), got 1.0");
        assertThatThrownBy(() -> new Elu(0))
                .hasMessage("Elu.alpha must be positive, finite and normal as a float, got 0.0");
        assertThatThrownBy(() -> new Celu(-1))
                .hasMessage("Celu.alpha must be positive, finite and normal as a float, got -1.0");
    }
}
