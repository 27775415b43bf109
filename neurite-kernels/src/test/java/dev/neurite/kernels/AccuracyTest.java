package dev.neurite.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Errors against double precision. The elementary functions are measured on every 193rd float of their whole range,
/// more than ten million each (e^x - 1: half as many, being negative); docs/kernels.md quotes what these tests print.
@Tag("once")
class AccuracyTest {
    private static final Kernels KERNELS = Kernels.best();
    private static final int EVERY = 193;
    private static final int CHUNK = 4096;
    /// e^x is flushed to 0 below 2⁻¹⁰⁰, at this x.
    private static final float EXP_LOW = -69.31471f;

    @Test
    void exp_wholeRange_within2Ulp() {
        assertThat(worst("exp", KERNELS::exp, StrictMath::exp, EXP_LOW, 88.72283f))
                .isLessThan(2);
    }

    @Test
    void log_wholeRange_within2Ulp() {
        assertThat(worst("log", KERNELS::log, StrictMath::log, Float.MIN_VALUE, Float.MAX_VALUE))
                .isLessThan(2);
    }

    @Test
    void tanh_wholeRange_within2Ulp() {
        assertThat(worst("tanh", KERNELS::tanh, StrictMath::tanh, -30f, 30f)).isLessThan(2);
    }

    @Test
    void erf_wholeRange_within2Ulp() {
        assertThat(worst("erf", KERNELS::erf, Normal::erf, -6f, 6f)).isLessThan(2);
    }

    @Test
    void expMinusOne_belowZero_within2Ulp() {
        SliceFunction elu = (x, xo, y, yo, n) -> KERNELS.elu(x, xo, y, yo, n, 1f);
        assertThat(worst("expMinusOne", elu, StrictMath::expm1, -104f, -Float.MIN_NORMAL))
                .isLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(floats = {-69.4f, -87f, -104f, -1e30f, Float.NEGATIVE_INFINITY})
    void exp_below_isZero(float x) {
        assertThat(apply(KERNELS::exp, x)).isZero();
    }

    @ParameterizedTest
    @ValueSource(floats = {88.73f, 89f, 1e30f, Float.POSITIVE_INFINITY})
    void exp_above_isInfinite(float x) {
        assertThat(apply(KERNELS::exp, x)).isEqualTo(Float.POSITIVE_INFINITY);
    }

    @Test
    void log_edges_areIeee() {
        assertThat(apply(KERNELS::log, 0f)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(apply(KERNELS::log, -0f)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(apply(KERNELS::log, -1f)).isNaN();
        assertThat(apply(KERNELS::log, Float.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
    }

    @Test
    void smallArguments_keepRelativeAccuracy() {
        assertThat(apply(KERNELS::tanh, 1e-9f)).isEqualTo(1e-9f);
        assertThat(apply(KERNELS::tanh, -1e-9f)).isEqualTo(-1e-9f);
        assertThat(apply((x, xo, y, yo, n) -> KERNELS.elu(x, xo, y, yo, n, 1f), -1e-9f))
                .isEqualTo(-1e-9f);
        assertThat(apply(KERNELS::erf, 1e-9f)).isEqualTo((float) Normal.erf(1e-9f));
    }

    @Test
    void nan_inEveryFunction_staysNan() {
        TwinTest.functions().forEach((name, function) -> {
            if (!name.contains("Gradient") && !name.equals("dropout")) {
                assertThat(apply(function.apply(KERNELS), Float.NaN)).as(name).isNaN();
            }
        });
    }

    /// The largest error in units of the last place of the exact result.
    private static double worst(String name, SliceFunction function, DoubleUnaryOperator exact, float low, float high) {
        float[] x = new float[CHUNK];
        float[] y = new float[CHUNK];
        double worst = 0;
        float where = low;
        long points = 0;
        for (long from = order(low); from <= order(high); from += (long) EVERY * CHUNK) {
            int length = (int) Math.min(CHUNK, (order(high) - from) / EVERY + 1);
            for (int i = 0; i < length; i++) {
                x[i] = ordered(from + (long) EVERY * i);
            }
            function.apply(x, 0, y, 0, length);
            for (int i = 0; i < length; i++) {
                double expected = exact.applyAsDouble(x[i]);
                double error = Math.abs(y[i] - expected) / Math.ulp((float) expected);
                if (!(error <= worst)) {
                    worst = error;
                    where = x[i];
                }
            }
            points += length;
        }
        System.out.printf("%s: %.3f ulp at %s, of %,d points in [%s, %s]%n", name, worst, where, points, low, high);
        assertThat(points).isGreaterThan(5_000_000);
        return worst;
    }

    /// Where a float stands among all floats.
    private static long order(float x) {
        int bits = Float.floatToRawIntBits(x);
        return bits >= 0 ? bits : -(long) (bits & Integer.MAX_VALUE);
    }

    private static float ordered(long order) {
        return order >= 0 ? Float.intBitsToFloat((int) order) : -Float.intBitsToFloat((int) -order);
    }

    private static float apply(SliceFunction function, float value) {
        float[] x = new float[Matrix.ALIGNMENT];
        Arrays.fill(x, value);
        function.apply(x, 0, x, 0, x.length);
        return x[7];
    }
}
