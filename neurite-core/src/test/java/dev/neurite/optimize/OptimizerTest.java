package dev.neurite.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {
    /// Each built-in rule, the forms that differ from it, and one of a user's own.
    static Stream<Optimizer> rules() {
        List<Optimizer> more = List.of(
                Sgd.plain().withMomentum(0.9).withNesterov(),
                AmsGrad.standard().withWeightDecay(0.01),
                RmsProp.standard().withCentering().withMomentum(0.9),
                Lion.standard().withWeightDecay(0.1),
                new SignDescent());
        return Stream.concat(Optimizer.builtIn().stream(), more.stream());
    }

    @Test
    void withWeightDecay_decoupled_staysDecoupled() {
        assertThat(new AmsGrad(0.9, 0.999, 1e-8, 0.1, true).withWeightDecay(0.2))
                .isEqualTo(new AmsGrad(0.9, 0.999, 1e-8, 0.2, true));
        assertThat(Adam.adamW().withWeightDecay(0.2)).isEqualTo(Adam.decoupled(0.2));
    }

    @Test
    void adam_epsilonThatIsNoFloat_isRefused() {
        assertThatThrownBy(() -> new Adam(0.9, 0.999, 1e-50, 0, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Adam.epsilon must be at least 1.1754944E-38, the smallest normal float, got 1.0E-50");
    }

    @Test
    void builtIn_names_areDistinct() {
        assertThat(Optimizer.builtIn().stream().map(Optimizer::name))
                .doesNotHaveDuplicates()
                .hasSize(12);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void update_parabola_comesCloseToItsMinimum(Optimizer optimizer) {
        float[] p = {3, -2};
        float[] g = new float[2];
        float[][] moments = new float[optimizer.moments()][2];
        Optimizer.Rule rule = optimizer.rule();
        for (int step = 1; step <= 3000; step++) {
            g[0] = p[0] - 1;
            g[1] = 4 * (p[1] - 1);
            rule.begin(step, optimizer instanceof Adadelta ? 10 : 0.5 / (1 + 0.05 * step));
            rule.update(p, g, moments, 0, 2, false);
        }
        assertThat(Math.hypot(p[0] - 1, p[1] - 1)).isLessThan(0.01);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void update_gradientNan_showsInTheParameter(Optimizer optimizer) {
        float[] p = {1};
        Optimizer.Rule rule = optimizer.rule();
        rule.begin(1, 0.1);
        rule.update(p, new float[] {Float.NaN}, new float[optimizer.moments()][1], 0, 1, true);
        assertThat(p[0]).isNaN();
    }

    /// Momenta die out, and are 0 before they become denormal, whose arithmetic is slow.
    @ParameterizedTest
    @MethodSource("rules")
    void update_gradientsEnd_momentsAreNeverTiny(Optimizer optimizer) {
        float[] p = {1};
        float[][] moments = new float[optimizer.moments()][1];
        Optimizer.Rule rule = optimizer.rule();
        for (int step = 1; step <= 2000; step++) {
            rule.begin(step, 1e-4);
            rule.update(p, new float[] {step < 3 ? 1e-9f : 0}, moments, 0, 1, false);
            for (float[] moment : moments) {
                assertThat(Math.abs(moment[0]))
                        .satisfiesAnyOf(
                                m -> assertThat(m).isZero(), m -> assertThat(m).isGreaterThanOrEqualTo(0x1.0p-100f));
            }
        }
    }

    @Test
    void nadam_beginInTheMiddle_isTheSameAsBeginningEveryStep() {
        Optimizer.Rule steady = NAdam.standard().rule();
        for (int step = 1; step <= 500; step++) {
            steady.begin(step, 0.01);
            Optimizer.Rule resumed = NAdam.standard().rule();
            resumed.begin(step, 0.01);
            assertThat(oneUpdate(resumed)).isEqualTo(oneUpdate(steady));
        }
    }

    private static float oneUpdate(Optimizer.Rule rule) {
        float[] p = {1};
        rule.update(p, new float[] {0.3f}, new float[2][1], 0, 1, false);
        return p[0];
    }

    @Test
    void constants_outOfRange_areRefused() {
        assertThatThrownBy(() -> new AmsGrad(1, 0.999, 1e-8, 0, false))
                .hasMessage("AmsGrad.beta1 must be in [0, 1), got 1.0");
        assertThatThrownBy(() -> new Adamax(0.9, -0.1, 1e-8, 0)).hasMessage("Adamax.beta2 must be in [0, 1), got -0.1");
        assertThatThrownBy(() -> new NAdam(0.9, 0.999, 1e-8, 0, -1, false))
                .hasMessage("NAdam.momentumDecay must be finite and not negative, got -1.0");
        assertThatThrownBy(() -> new RAdam(0.9, 0.999, 0, 0))
                .hasMessage("RAdam.epsilon must be finite and positive, got 0.0");
        assertThatThrownBy(() -> RmsProp.standard().withMomentum(1))
                .hasMessage("RmsProp.momentum must be in [0, 1), got 1.0");
        assertThatThrownBy(() -> new Adagrad(1e-50, 0, 0, 0))
                .hasMessage("Adagrad.epsilon must be at least 1.1754944E-38, the smallest normal float, got 1.0E-50");
        assertThatThrownBy(() -> Adadelta.standard().withWeightDecay(Double.NaN))
                .hasMessage("Adadelta.weightDecay must be finite and not negative, got NaN");
        assertThatThrownBy(() -> new Lion(0.9, 2, 0)).hasMessage("Lion.beta2 must be in [0, 1), got 2.0");
        assertThatThrownBy(() -> new Rprop(0.5, 1, 1e-6, 50)).hasMessage("Rprop.grow must be larger than 1, got 1.0");
        assertThatThrownBy(() -> new Rprop(1, 1.2, 1e-6, 50)).hasMessage("Rprop.shrink must be in [0, 1), got 1.0");
        assertThatThrownBy(() -> new Rprop(0.5, 1.2, 1e-3, 1e-4))
                .hasMessage("Rprop.maximum must not be below the minimum of 0.001, got 1.0E-4");
    }

    /// The example of [Optimizer].
    record SignDescent() implements Optimizer {
        @Override
        public String name() {
            return "sign";
        }

        @Override
        public int moments() {
            return 0;
        }

        @Override
        public double defaultLearningRate() {
            return 0.001;
        }

        @Override
        public Rule rule() {
            return new SignRule();
        }

        static final class SignRule implements Rule {
            private float learningRate;

            @Override
            public void begin(long step, double newLearningRate) {
                learningRate = (float) newLearningRate;
            }

            @Override
            public void update(float[] p, float[] g, float[][] moments, int from, int to, boolean decay) {
                for (int i = from; i < to; i++) {
                    p[i] -= learningRate * Math.signum(g[i]);
                }
            }
        }
    }
}
