package dev.neurite.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.random.Seed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationTest {
    private static final int[] LENGTHS = {1, 3, 15, 16, 17, 100, 702};

    static Stream<Activation> activations() {
        List<Activation> more = List.of(
                new LeakyRelu(0.3),
                new Elu(1.7),
                new Celu(0.4),
                new Celu(1.5),
                Activation.custom("cube", z -> z * z * z, z -> 3 * z * z),
                Activation.custom(
                        "softsign", z -> z / (1 + Math.abs(z)), z -> 1 / ((1 + Math.abs(z)) * (1 + Math.abs(z)))),
                Activation.customSlices("square", ActivationTest::square, ActivationTest::squareDerivative));
        return Stream.concat(Activation.builtIn().stream(), more.stream());
    }

    /// Those whose value is of double precision.
    static Stream<Activation> precise() {
        return activations().filter(activation -> !(activation instanceof SliceActivation));
    }

    @ParameterizedTest
    @MethodSource("precise")
    void derivative_againstCentralDifference_agrees(Activation activation) {
        double h = 1e-6;
        for (int i = 0; i < 1000; i++) {
            double z = 6 * Seed.of(1).normal(i);
            if (Math.abs(z) > 1e-3) {
                double difference = (activation.value(z + h) - activation.value(z - h)) / (2 * h);
                assertThat(activation.derivative(z))
                        .isCloseTo(difference, within(1e-5 * Math.max(1, Math.abs(difference))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("activations")
    void apply_slices_agreeWithValue(Activation activation) {
        for (int length : LENGTHS) {
            float[] z = randomSlice(length);
            float[] a = new float[length + 5];
            activation.apply(z, 2, a, 1, length);
            for (int i = 0; i < length; i++) {
                double expected = activation.value(z[2 + i]);
                assertThat((double) a[1 + i]).isCloseTo(expected, within(2e-6 * Math.max(1, Math.abs(expected))));
            }
            assertThat(a[0]).isZero();
            assertThat(a[length + 1]).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("activations")
    void apply_inPlace_equalsApplyToAnotherArray(Activation activation) {
        float[] z = randomSlice(100);
        float[] a = z.clone();
        activation.apply(z, 0, a, 0, 100);
        activation.apply(z, 0, z, 0, 100);
        for (int i = 0; i < 100; i++) {
            assertThat(z[i]).isEqualTo(a[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("activations")
    void multiplyByDerivative_slices_agreeWithDerivative(Activation activation) {
        for (int length : LENGTHS) {
            float[] z = randomSlice(length);
            float[] saved = z.clone();
            if (!activation.readsInput()) {
                activation.apply(z, 0, saved, 0, z.length);
            }
            float[] delta = new float[length];
            java.util.Arrays.fill(delta, 1.5f);
            activation.multiplyByDerivative(saved, 2, delta, 0, length);
            for (int i = 0; i < length; i++) {
                double expected = 1.5 * activation.derivative(z[2 + i]);
                assertThat((double) delta[i]).isCloseTo(expected, within(3e-6 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("activations")
    void apply_largeInputs_staysFinite(Activation activation) {
        float[] z = {-750, 750, -100, 100, -20, 20, -1e-9f, 1e-9f};
        float[] a = z.clone();
        activation.apply(z, 0, a, 0, z.length);
        float[] delta = {1, 1, 1, 1, 1, 1, 1, 1};
        activation.multiplyByDerivative(activation.readsInput() ? z : a, 0, delta, 0, z.length);
        for (int i = 0; i < z.length; i++) {
            assertThat(a[i]).isFinite();
            assertThat(delta[i]).isFinite();
        }
    }

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
    @MethodSource("activations")
    void multiplyByDerivative_tinyProduct_isFlushed(Activation activation) {
        if (activation instanceof Activation.Custom || activation instanceof Identity) {
            return;
        }
        float[] delta = {0x1p-120f, -0x1p-120f, Float.MIN_VALUE};
        activation.multiplyByDerivative(new float[] {0.5f, 0.5f, 0.5f}, 0, delta, 0, 3);
        assertThat(delta).containsOnly(0f);
    }

    @ParameterizedTest
    @MethodSource("activations")
    void apply_nan_staysNan(Activation activation) {
        float[] a = {Float.NaN};
        activation.apply(a, 0, a, 0, 1);
        assertThat(a).containsExactly(Float.NaN);
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

    private static void square(float[] z, int zOffset, float[] a, int aOffset, int length) {
        for (int i = 0; i < length; i++) {
            a[aOffset + i] = z[zOffset + i] * z[zOffset + i];
        }
    }

    private static void squareDerivative(float[] z, int zOffset, float[] delta, int offset, int length) {
        for (int i = 0; i < length; i++) {
            delta[offset + i] *= 2 * z[zOffset + i];
        }
    }

    private static float[] randomSlice(int length) {
        float[] z = new float[length + 4];
        for (int i = 0; i < z.length; i++) {
            z[i] = (float) (3 * Seed.of(2).split("length", length).normal(i));
        }
        return z;
    }
}
