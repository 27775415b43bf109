package dev.neurite.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Activations and their derivatives against formulas in double, from -750 to 750.
@Tag("once")
class ActivationTest {
    private static final Kernels K = Kernels.best();
    private static final double LAMBDA = 1.0507009873554805;
    private static final double ALPHA = 1.6732632423543772;
    private static final double ALLOWED = 2e-6;

    /// @param readsInput whether the gradient reads the input; otherwise the output
    private record Case(
            String name,
            SliceFunction function,
            DoubleUnaryOperator value,
            SliceGradient gradient,
            boolean readsInput,
            DoubleUnaryOperator derivative) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("relu", K::relu, z -> Math.max(z, 0), K::reluGradient, false, z -> z > 0 ? 1 : 0),
                new Case(
                        "leakyRelu",
                        (x, xo, y, yo, n) -> K.leakyRelu(x, xo, y, yo, n, 0.01f),
                        z -> z > 0 ? z : 0.01f * z,
                        (x, xo, y, yo, n) -> K.leakyReluGradient(x, xo, y, yo, n, 0.01f),
                        false,
                        z -> z > 0 ? 1 : 0.01f),
                new Case(
                        "elu",
                        (x, xo, y, yo, n) -> K.elu(x, xo, y, yo, n, 1.5f),
                        z -> z > 0 ? z : 1.5 * StrictMath.expm1(z),
                        (x, xo, y, yo, n) -> K.eluGradient(x, xo, y, yo, n, 1.5f),
                        false,
                        z -> z > 0 ? 1 : 1.5 * StrictMath.exp(z)),
                new Case(
                        "selu",
                        K::selu,
                        z -> LAMBDA * (z > 0 ? z : ALPHA * StrictMath.expm1(z)),
                        K::seluGradient,
                        false,
                        z -> LAMBDA * (z > 0 ? 1 : ALPHA * StrictMath.exp(z))),
                new Case(
                        "gelu",
                        K::gelu,
                        z -> z * Normal.distribution(z),
                        K::geluGradient,
                        true,
                        z -> Normal.distribution(z) + z * Normal.density(z)),
                new Case(
                        "silu",
                        K::silu,
                        z -> z * sigmoid(z),
                        K::siluGradient,
                        true,
                        z -> sigmoid(z) * (1 + z * (1 - sigmoid(z)))),
                new Case(
                        "geluTanh",
                        K::geluTanh,
                        z -> z * sigmoid(geluTanhArgument(z)),
                        K::geluTanhGradient,
                        true,
                        ActivationTest::geluTanhDerivative),
                new Case("mish", K::mish, ActivationTest::mish, K::mishGradient, true, ActivationTest::mishDerivative),
                new Case(
                        "logSigmoid",
                        ActivationTest::logSigmoid,
                        z -> Math.min(z, 0) - StrictMath.log1p(StrictMath.exp(-Math.abs(z))),
                        K::logSigmoidGradient,
                        false,
                        z -> sigmoid(-z)),
                new Case(
                        "softplus",
                        K::softplus,
                        z -> Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))),
                        K::softplusGradient,
                        true,
                        ActivationTest::sigmoid),
                new Case("tanh", K::tanh, StrictMath::tanh, K::tanhGradient, false, ActivationTest::tanhDerivative),
                new Case(
                        "sigmoid",
                        K::sigmoid,
                        ActivationTest::sigmoid,
                        K::sigmoidGradient,
                        false,
                        z -> sigmoid(z) * (1 - sigmoid(z))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void function_upTo750_isAccurate(Case c) {
        float[] z = points();
        float[] y = new float[z.length];
        c.function().apply(z, 0, y, 0, z.length);
        for (int i = 0; i < z.length; i++) {
            assertClose(c.name(), z[i], y[i], c.value().applyAsDouble(z[i]));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradient_upTo750_isAccurate(Case c) {
        float[] z = points();
        float[] saved = z.clone();
        if (!c.readsInput()) {
            c.function().apply(z, 0, saved, 0, z.length);
        }
        float[] delta = new float[z.length];
        Arrays.fill(delta, 1f);
        c.gradient().apply(saved, 0, delta, 0, z.length);
        for (int i = 0; i < z.length; i++) {
            assertClose(c.name() + "'", z[i], delta[i], c.derivative().applyAsDouble(z[i]));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void functionAndGradient_atInfinity_areNeverNan(Case c) {
        float[] z = {Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, -1e38f, 1e38f};
        float[] y = new float[4];
        c.function().apply(z, 0, y, 0, 4);
        float[] delta = {1f, 1f, 1f, 1f};
        c.gradient().apply(c.readsInput() ? z : y, 0, delta, 0, 4);
        for (int i = 0; i < 4; i++) {
            assertThat(y[i]).isNotNaN();
            assertThat(delta[i]).isBetween(-2f, 2f);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradient_tinyProduct_isFlushed(Case c) {
        float[] delta = {0x1p-120f, -0x1p-120f, Float.MIN_VALUE, -0x1p-101f};
        c.gradient().apply(new float[] {0.5f, 0.5f, 0.5f, 0.5f}, 0, delta, 0, 4);
        assertThat(delta).containsOnly(0f);
    }

    private static void assertClose(String what, float z, float actual, double expected) {
        if (!(Math.abs(actual - expected) <= ALLOWED * Math.max(1, Math.abs(expected)))) {
            throw new AssertionError(what + "(" + z + ") is " + actual + ", expected " + expected);
        }
    }

    /// Edges, a fine grid around 0, and random points of all sizes.
    private static float[] points() {
        TreeSet<Float> points = new TreeSet<>();
        for (float edge : new float[] {0f, 1e-30f, 1e-9f, 0.625f, 1f, 11.75f, 17f, 30f, 69.3f, 88.8f, 100f, 750f}) {
            points.add(edge);
            points.add(-edge);
        }
        for (int i = -20_000; i <= 20_000; i++) {
            points.add(i / 1000f);
        }
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            points.add((float) (750 * Math.pow(random.nextDouble(), 8) * (random.nextBoolean() ? 1 : -1)));
        }
        float[] array = new float[points.size()];
        int i = 0;
        for (float point : points) {
            array[i++] = point;
        }
        return array;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + StrictMath.exp(-z));
    }

    /// 2√(2/π)·(z + 0.044715·z³)
    private static double geluTanhArgument(double z) {
        return 2 * Math.sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z);
    }

    private static double geluTanhDerivative(double z) {
        double s = sigmoid(geluTanhArgument(z));
        return s + z * s * (1 - s) * 2 * Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * z * z);
    }

    private static double mish(double z) {
        return z * StrictMath.tanh(Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))));
    }

    private static double mishDerivative(double z) {
        double t = StrictMath.tanh(Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))));
        return t + z * sigmoid(z) * (1 - t * t);
    }

    private static void logSigmoid(float[] x, int xOffset, float[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = -x[xOffset + i];
        }
        K.softplus(y, yOffset, y, yOffset, length);
        K.scale(y, yOffset, length, -1f);
    }

    private static double tanhDerivative(double z) {
        double y = StrictMath.tanh(z);
        return 1 - y * y;
    }
}
