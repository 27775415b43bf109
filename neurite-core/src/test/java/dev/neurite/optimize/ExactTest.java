package dev.neurite.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.random.Seed;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// Against `StrictMath`, which is within one ulp of the truth.
class ExactTest {
    private static final int DRAWS = 200_000;

    @Test
    void exp_upTo700_isWithinTwoUlps() {
        assertThat(largestError(Exact::exp, StrictMath::exp, -700, 700)).isLessThanOrEqualTo(2);
        assertThat(largestError(Exact::exp, StrictMath::exp, -1, 1)).isLessThanOrEqualTo(2);
        assertThat(Exact.exp(0)).isEqualTo(1);
        assertThat(Exact.exp(-800)).isZero();
        assertThat(Exact.exp(800)).isInfinite();
    }

    @Test
    void log_smallAndLarge_isWithinTwoUlps() {
        assertThat(largestError(Exact::log, StrictMath::log, 1e-300, 1)).isLessThanOrEqualTo(2);
        assertThat(largestError(Exact::log, StrictMath::log, 0.5, 2)).isLessThanOrEqualTo(2);
        assertThat(largestError(Exact::log, StrictMath::log, 1, 1e9)).isLessThanOrEqualTo(2);
        assertThat(Exact.log(1)).isZero();
    }

    @Test
    void power_realExponents_agreesWithPow() {
        for (double exponent : new double[] {0.5, -0.5, 1.7, -3, 0.001, 12.25}) {
            for (int draw = 0; draw < DRAWS / 20; draw++) {
                double base = 1e-3 + 1e6 * Seed.of(3).uniform(draw);
                double expected = StrictMath.pow(base, exponent);
                assertThat(Exact.power(base, exponent)).isCloseTo(expected, within(3e-14 * expected));
            }
        }
        assertThat(Exact.power(0, 0.5)).isZero();
        assertThat(Exact.power(0.3, 2.0)).isEqualTo(0.3 * 0.3);
    }

    @Test
    void power_wholeExponents_agreesWithPow() {
        for (long exponent : new long[] {0, 1, 2, 3, 7, 10, 1000, 123_456}) {
            assertThat(Exact.power(0.999, exponent)).isCloseTo(StrictMath.pow(0.999, (double) exponent), within(1e-13));
        }
    }

    @Test
    void cosineOfPi_manyTurns_agreesWithCos() {
        for (int draw = 0; draw < DRAWS; draw++) {
            double t = 40 * Seed.of(4).uniform(draw);
            double expected = StrictMath.cos(Math.PI * (t % 2));
            assertThat(Exact.cosineOfPi(t)).isCloseTo(expected, within(1e-15));
        }
    }

    /// In units of the last place of the truth.
    private static double largestError(DoubleUnaryOperator ours, DoubleUnaryOperator truth, double from, double to) {
        double largest = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double x = from + (to - from) * Seed.of(2).uniform(draw);
            double expected = truth.applyAsDouble(x);
            largest = Math.max(largest, Math.abs(ours.applyAsDouble(x) - expected) / Math.ulp(expected));
        }
        return largest;
    }
}
