package dev.neurite.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The chosen kernels against the reference, bit for bit, on awkward lengths and on numbers of every kind.
class TwinTest {
    private static final int[] LENGTHS = {0, 1, 2, 3, 7, 8, 15, 16, 17, 31, 33, 64, 100, 207, 702, 2048};
    private static final Kernels SCALAR = Kernels.scalar();
    private static final Kernels BEST = Kernels.best();

    private final Random random = new Random(11);

    static Map<String, Function<Kernels, SliceFunction>> functions() {
        Map<String, Function<Kernels, SliceFunction>> all = new TreeMap<>();
        all.put("relu", k -> k::relu);
        all.put("leakyRelu", k -> (x, xo, y, yo, n) -> k.leakyRelu(x, xo, y, yo, n, 0.01f));
        all.put("elu", k -> (x, xo, y, yo, n) -> k.elu(x, xo, y, yo, n, 1.25f));
        all.put("selu", k -> k::selu);
        all.put("gelu", k -> k::gelu);
        all.put("silu", k -> k::silu);
        all.put("geluTanh", k -> k::geluTanh);
        all.put("mish", k -> k::mish);
        all.put("softplus", k -> k::softplus);
        all.put("tanh", k -> k::tanh);
        all.put("sigmoid", k -> k::sigmoid);
        all.put("exp", k -> k::exp);
        all.put("log", k -> k::log);
        all.put("erf", k -> k::erf);
        all.put("add", k -> (x, xo, y, yo, n) -> k.add(y, yo, x, xo, n));
        all.put("scale", k -> (x, xo, y, yo, n) -> k.scale(y, yo, n, 1.7f));
        all.put("dropout", k -> (x, xo, y, yo, n) -> k.dropout(x, xo, y, yo, n, 17, -5, 1 << 30, 1 << 22, 1.5f));
        all.put("reluGradient", k -> k::reluGradient);
        all.put("leakyReluGradient", k -> (x, xo, y, yo, n) -> k.leakyReluGradient(x, xo, y, yo, n, 0.01f));
        all.put("eluGradient", k -> (x, xo, y, yo, n) -> k.eluGradient(x, xo, y, yo, n, 1.25f));
        all.put("seluGradient", k -> k::seluGradient);
        all.put("geluGradient", k -> k::geluGradient);
        all.put("siluGradient", k -> k::siluGradient);
        all.put("geluTanhGradient", k -> k::geluTanhGradient);
        all.put("mishGradient", k -> k::mishGradient);
        all.put("softplusGradient", k -> k::softplusGradient);
        all.put("logSigmoidGradient", k -> k::logSigmoidGradient);
        all.put("tanhGradient", k -> k::tanhGradient);
        all.put("sigmoidGradient", k -> k::sigmoidGradient);
        return all;
    }

    static Stream<Arguments> functionsAndLengths() {
        return functions().keySet().stream()
                .flatMap(name -> IntStream.of(LENGTHS).mapToObj(length -> Arguments.of(name, length)));
    }

    static IntStream lengths() {
        return IntStream.of(LENGTHS);
    }

    @ParameterizedTest
    @MethodSource("functionsAndLengths")
    void slice_anyNumbers_equalsScalar(String name, int length) {
        Function<Kernels, SliceFunction> function = functions().get(name);
        for (int round = 0; round < 8; round++) {
            float[] x = Bits.wild(random, 5 + length + 3);
            float[] expected = Bits.wild(random, 7 + length + 2);
            float[] actual = expected.clone();
            function.apply(SCALAR).apply(x, 5, expected, 7, length);
            function.apply(BEST).apply(x, 5, actual, 7, length);
            Bits.assertEqual(actual, expected, name);
        }
    }

    static Iterable<String> names() {
        return functions().keySet();
    }

    @Tag("small")
    @ParameterizedTest
    @MethodSource("names")
    void slice_short_equalsScalar(String name) {
        Function<Kernels, SliceFunction> function = functions().get(name);
        for (int length = 1; length < 40; length += 19) {
            float[] x = Bits.wild(random, length);
            float[] expected = Bits.wild(random, length);
            float[] actual = expected.clone();
            function.apply(SCALAR).apply(x, 0, expected, 0, length);
            function.apply(BEST).apply(x, 0, actual, 0, length);
            Bits.assertEqual(actual, expected, name);
        }
    }

    @ParameterizedTest
    @MethodSource("functionsAndLengths")
    void slice_inPlace_equalsScalar(String name, int length) {
        Function<Kernels, SliceFunction> function = functions().get(name);
        float[] expected = Bits.wild(random, 3 + length + 3);
        float[] actual = expected.clone();
        function.apply(SCALAR).apply(expected, 3, expected, 3, length);
        function.apply(BEST).apply(actual, 3, actual, 3, length);
        Bits.assertEqual(actual, expected, name);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void columnSums_withoutPadding_equalsScalar(int columns) {
        for (int rows : new int[] {0, 1, 3, 50}) {
            Matrix x = Matrix.of(Bits.wild(random, 16 + rows * columns), 16, rows, columns, columns);
            float[] expected = new float[16];
            float[] actual = Bits.wild(random, 16);
            SCALAR.columnSums(rows, x, expected, 0);
            BEST.columnSums(rows, x, actual, 0);
            Bits.assertEqual(actual, expected, "columnSums");
        }
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void columnSums_anyNumbers_equalsScalar(int columns) {
        for (int rows : new int[] {0, 1, 3, 50}) {
            int stride = Matrix.paddedStride(columns) + 16;
            Matrix x = Matrix.of(Bits.wild(random, 32 + rows * stride), 16, rows, columns, stride);
            float[] expected = Bits.wild(random, 16 + stride);
            float[] actual = expected.clone();
            SCALAR.columnSums(rows, x, expected, 16);
            BEST.columnSums(rows, x, actual, 16);
            Bits.assertEqual(actual, expected, "columnSums");
            int padding = Matrix.paddedStride(columns) - columns;
            assertThat(Arrays.copyOfRange(actual, 16 + columns, 16 + columns + padding))
                    .isEqualTo(new float[padding]);
        }
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void sumOfSquares_anyNumbers_equalsScalar(int length) {
        for (int round = 0; round < 10; round++) {
            float[] x = round < 2 ? Bits.wild(random, length + 9) : Bits.gaussian(random, length + 9);
            double expected = SCALAR.sumOfSquares(x, 4, length);
            assertThat(Double.doubleToLongBits(BEST.sumOfSquares(x, 4, length)))
                    .isEqualTo(Double.doubleToLongBits(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void allFinite_oneBadNumber_equalsScalar(int length) {
        float[] x = Bits.gaussian(random, length + 9);
        x[3] = Float.NaN;
        x[4 + length] = Float.NaN;
        assertThat(BEST.allFinite(x, 4, length)).isTrue();
        assertThat(SCALAR.allFinite(x, 4, length)).isTrue();
        for (int i = 4; i < 4 + length; i++) {
            float good = x[i];
            x[i] = i % 2 == 0 ? Float.NaN : Float.NEGATIVE_INFINITY;
            assertThat(BEST.allFinite(x, 4, length)).isFalse();
            assertThat(SCALAR.allFinite(x, 4, length)).isFalse();
            x[i] = good;
        }
    }

    @Tag("small")
    @Test
    void updates_short_equalScalar() {
        sgd_anyNumbers_equalsScalar(17);
        adam_anyNumbers_equalsScalar(17);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void sgd_anyNumbers_equalsScalar(int length) {
        for (int variant = 0; variant < 16; variant++) {
            float momentum = variant % 4 == 0 ? 0f : 0.9f;
            boolean nesterov = variant % 4 == 2;
            boolean first = variant >= 8;
            float decay = variant % 8 < 4 ? 0f : 0.01f;
            float[] gradients = variant % 2 == 0 ? Bits.wild(random, length + 8) : Bits.gaussian(random, length + 8);
            float[] parameters = Bits.gaussian(random, length + 8);
            float[] velocity = Bits.wild(random, length + 8);
            float[] otherParameters = parameters.clone();
            float[] otherVelocity = velocity.clone();
            int to = 3 + length;
            SCALAR.sgd(parameters, gradients, velocity, 3, to, 0.1f, momentum, 0.2f, nesterov, decay, first);
            BEST.sgd(otherParameters, gradients, otherVelocity, 3, to, 0.1f, momentum, 0.2f, nesterov, decay, first);
            Bits.assertEqual(otherParameters, parameters, "parameters");
            Bits.assertEqual(otherVelocity, velocity, "velocity");
        }
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void adam_anyNumbers_equalsScalar(int length) {
        for (int variant = 0; variant < 8; variant++) {
            AdamStep step = new AdamStep(0.9, 0.999, 1e-8, 1e-3, variant % 2 * 0.01, variant % 4 < 2, 0.19, 0.002);
            float[] gradients = variant < 4 ? Bits.wild(random, length + 8) : Bits.gaussian(random, length + 8);
            float[] parameters = Bits.gaussian(random, length + 8);
            float[] first = Bits.wild(random, length + 8);
            float[] second = Bits.wild(random, length + 8);
            float[][] others = {parameters.clone(), first.clone(), second.clone()};
            SCALAR.adam(parameters, gradients, first, second, 3, 3 + length, step);
            BEST.adam(others[0], gradients, others[1], others[2], 3, 3 + length, step);
            Bits.assertEqual(others[0], parameters, "parameters");
            Bits.assertEqual(others[1], first, "first moments");
            Bits.assertEqual(others[2], second, "second moments");
        }
    }
}
