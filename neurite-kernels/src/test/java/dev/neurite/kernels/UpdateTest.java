package dev.neurite.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Updates, reductions and dropout against formulas in double.
class UpdateTest {
    private static final Kernels KERNELS = Kernels.best();
    private static final int LENGTH = 101;
    private static final int STEPS = 20;

    private final Random random = new Random(9);

    @Tag("small")
    @ParameterizedTest
    @CsvSource({
        "0, 0, false, 0",
        "0, 0, false, 0.1",
        "0.9, 0, false, 0",
        "0.9, 0.3, false, 0.01",
        "0.9, 0, true, 0",
        "0.8, 0, true, 0.1"
    })
    void sgd_twentySteps_followsTheFormula(float momentum, float dampening, boolean nesterov, float decay) {
        float[] parameters = Bits.gaussian(random, LENGTH);
        float[] velocity = momentum == 0 ? new float[0] : new float[LENGTH];
        double[] p = doubles(parameters);
        double[] v = new double[LENGTH];
        for (int step = 0; step < STEPS; step++) {
            float[] gradients = Bits.gaussian(random, LENGTH);
            for (int i = 0; i < LENGTH; i++) {
                double g = gradients[i] + decay * p[i];
                v[i] = step == 0 ? g : momentum * v[i] + (1 - dampening) * g;
                double change = momentum == 0 ? g : nesterov ? g + momentum * v[i] : v[i];
                p[i] -= 0.05 * change;
            }
            KERNELS.sgd(
                    parameters, gradients, velocity, 0, LENGTH, 0.05f, momentum, dampening, nesterov, decay, step == 0);
        }
        assertClose(parameters, p);
    }

    @Tag("small")
    @ParameterizedTest
    @CsvSource({"0, false", "0.1, false", "0.1, true"})
    void adam_twentySteps_followsTheFormula(double decay, boolean decoupled) {
        float[] parameters = Bits.gaussian(random, LENGTH);
        float[] first = new float[LENGTH];
        float[] second = new float[LENGTH];
        double[] p = doubles(parameters);
        double[] m = new double[LENGTH];
        double[] v = new double[LENGTH];
        AdamStep adam = new AdamStep(0.9, 0.999, 1e-8, 0.01, decay, decoupled, 1, 1);
        for (int t = 1; t <= STEPS; t++) {
            double rate = 0.01 / t;
            double correction1 = 1 - StrictMath.pow(0.9, t);
            double correction2 = 1 - StrictMath.pow(0.999, t);
            float[] gradients = Bits.gaussian(random, LENGTH);
            for (int i = 0; i < LENGTH; i++) {
                double g = decoupled ? gradients[i] : gradients[i] + decay * p[i];
                p[i] *= decoupled ? 1 - rate * decay : 1;
                m[i] = 0.9 * m[i] + 0.1 * g;
                v[i] = 0.999 * v[i] + 0.001 * g * g;
                p[i] -= rate * (m[i] / correction1) / (Math.sqrt(v[i] / correction2) + 1e-8);
            }
            adam.advance(rate, correction1, correction2);
            KERNELS.adam(parameters, gradients, first, second, 0, LENGTH, adam);
        }
        assertClose(parameters, p);
        assertClose(first, m);
        assertClose(second, v);
    }

    @Test
    void updates_zeroPadding_staysZero() {
        float[] zeros = new float[32];
        float[] parameters = new float[32];
        AdamStep adam = new AdamStep(0.9, 0.999, 1e-8, 0.01, 0.1, true, 0.1, 0.001);
        KERNELS.adam(parameters, zeros, new float[32], new float[32], 0, 32, adam);
        KERNELS.sgd(parameters, zeros, new float[32], 0, 32, 0.1f, 0.9f, 0f, true, 0.1f, true);
        assertThat(parameters).isEqualTo(zeros);
    }

    @Test
    void adam_decayedMoments_areFlushed() {
        float[] first = {0x1p-99f, -0x1p-100f, 1f};
        float[] second = {0x1p-99f, 0x1p-100f, 1f};
        AdamStep adam = new AdamStep(0.5, 0.25, 1e-8, 0.01, 0, false, 1, 1);
        KERNELS.adam(new float[3], new float[3], first, second, 0, 3, adam);
        assertThat(first).containsExactly(0x1p-100f, 0f, 0.5f);
        assertThat(second).containsExactly(0f, 0f, 0.25f);
    }

    @Test
    void adamStep_impossibleNumbers_areRefused() {
        assertThatThrownBy(() -> new AdamStep(1, 0.999, 1e-8, 0.1, 0, false, 1, 1))
                .hasMessage("AdamStep.beta1 must be in [0, 1), got 1.0");
        assertThatThrownBy(() -> new AdamStep(0.9, 0.999, 0, 0.1, 0, false, 1, 1))
                .hasMessage("AdamStep.epsilon must be positive as a float, got 0.0");
        assertThatThrownBy(() -> new AdamStep(0.9, 0.999, 1e-8, 0.1, 0, false, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void columnSums_rowsOfOnes_countsThem() {
        Matrix x = Matrix.of(new float[5 * 32], 0, 5, 20, 32);
        Arrays.fill(x.data(), 1f);
        float[] sums = new float[32];
        KERNELS.columnSums(4, x, sums, 0);
        for (int j = 0; j < 32; j++) {
            assertThat(sums[j]).isEqualTo(j < 20 ? 4f : 0f);
        }
    }

    @Test
    void sumOfSquares_manyNumbers_isExactToDouble() {
        float[] x = Bits.gaussian(random, 100_003);
        double expected = 0;
        for (float value : x) {
            expected += (double) value * value;
        }
        assertThat(KERNELS.sumOfSquares(x, 0, x.length)).isCloseTo(expected, within(1e-9 * expected));
    }

    @ParameterizedTest
    @CsvSource({"0.1", "0.5", "0.8"})
    void dropout_manyElements_dropsTheRate(double rate) {
        int n = 1 << 20;
        float[] kept = dropout(n, 12345, 678, 0, rate);
        int dropped = 0;
        int bothDropped = 0;
        for (int i = 0; i < n; i++) {
            dropped += kept[i] == 0 ? 1 : 0;
            bothDropped += kept[i] == 0 && kept[(i + 1) % n] == 0 ? 1 : 0;
        }
        assertWithin4Sigma(dropped, n, rate);
        assertWithin4Sigma(bothDropped, n, rate * rate);
    }

    @Test
    void dropout_otherKey_isIndependent() {
        int n = 1 << 18;
        float[] one = dropout(n, 1, 2, 0, 0.5);
        for (int[] key : new int[][] {{1, 3}, {2, 2}, {0, 2}, {-1, 2}, {1, 2 + (1 << 31)}}) {
            float[] other = dropout(n, key[0], key[1], 0, 0.5);
            int same = 0;
            for (int i = 0; i < n; i++) {
                same += one[i] == other[i] ? 1 : 0;
            }
            assertWithin4Sigma(same, n, 0.5);
        }
    }

    @Test
    void dropout_laterCounter_continuesTheSequence() {
        float[] whole = dropout(1000, 5, 6, 70, 0.3);
        float[] rest = dropout(900, 5, 6, 170, 0.3);
        assertThat(Arrays.copyOfRange(whole, 100, 1000)).isEqualTo(rest);
    }

    @Test
    void dropout_keptElements_areScaled() {
        for (float value : dropout(500, 1, 1, 0, 0.2)) {
            assertThat(value).isIn(0f, 1.25f);
        }
    }

    private static float[] dropout(int n, int key0, int key1, int counter, double rate) {
        float[] x = new float[n];
        Arrays.fill(x, 1f);
        KERNELS.dropout(x, 0, x, 0, n, key0, key1, counter, (int) (rate * (1 << 24)), (float) (1 / (1 - rate)));
        return x;
    }

    private static void assertWithin4Sigma(int count, int n, double probability) {
        double sigma = Math.sqrt(n * probability * (1 - probability));
        assertThat((double) count).isCloseTo(n * probability, within(4 * sigma));
    }

    private static double[] doubles(float[] x) {
        double[] copy = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            copy[i] = x[i];
        }
        return copy;
    }

    private static void assertClose(float[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], within(3e-6 * Math.max(1, Math.abs(expected[i]))));
        }
    }
}
