package dev.neurite.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.optimize.Optimizer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The contract finds what is wrong with an optimizer, and names it.
class OptimizerDefectTest {
    /// Descent with momentum, right in everything; the defects below change one thing.
    private static class Heavy implements Optimizer, Optimizer.Rule {
        float learningRate;

        @Override
        public String name() {
            return "heavy";
        }

        @Override
        public int moments() {
            return 1;
        }

        @Override
        public double defaultLearningRate() {
            return 0.01;
        }

        @Override
        public Rule rule() {
            try {
                return getClass().getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("a rule needs a constructor without arguments", e);
            }
        }

        @Override
        public void begin(long newStep, double newLearningRate) {
            learningRate = (float) newLearningRate;
        }

        float keep(float moment) {
            return Math.abs(moment) < 0x1p-100f ? 0 : moment;
        }

        @Override
        public void update(float[] p, float[] g, float[][] moments, int from, int to, boolean decay) {
            for (int i = from; i < to; i++) {
                moments[0][i] = keep(0.9f * moments[0][i] + g[i]);
                p[i] -= learningRate * moments[0][i];
            }
        }
    }

    private static List<String> checksThatFail(Optimizer optimizer) {
        return Contract.of(optimizer).failures().stream()
                .map(Check.Failure::check)
                .toList();
    }

    @Test
    void sound_optimizer_keepsTheContract() {
        Contract.of(new Heavy()).verify();
    }

    static final class Upwards extends Heavy {
        @Override
        public void begin(long newStep, double newLearningRate) {
            super.begin(newStep, -newLearningRate);
        }
    }

    @Test
    void step_upwards_isFound() {
        assertThat(checksThatFail(new Upwards())).contains("descent");
    }

    static final class Greedy extends Heavy {
        @Override
        public void update(float[] p, float[] g, float[][] moments, int from, int to, boolean decay) {
            super.update(p, g, moments, from, Math.min(p.length, to + 1), decay);
        }
    }

    @Test
    void update_beyondItsRange_isFound() {
        assertThat(checksThatFail(new Greedy())).contains("slices", "pieces");
    }

    static final class Rounded extends Heavy {
        @Override
        public void update(float[] p, float[] g, float[][] moments, int from, int to, boolean decay) {
            super.update(p, g, moments, from, to, decay);
            p[from] += 1e-6f;
        }
    }

    @Test
    void update_thatDependsOnTheCut_isFound() {
        assertThat(checksThatFail(new Rounded())).contains("pieces", "padding");
    }

    static final class Hoarder extends Heavy {
        private int begun;

        @Override
        public void begin(long newStep, double newLearningRate) {
            begun++;
            super.begin(newStep, newLearningRate / begun);
        }
    }

    @Test
    void rule_thatRemembers_isFound() {
        assertThat(checksThatFail(new Hoarder())).containsExactly("memory");
    }

    static final class Lingering extends Heavy {
        @Override
        float keep(float moment) {
            return moment;
        }
    }

    @Test
    void moment_thatBecomesDenormal_isFound() {
        List<Check.Failure> failures = Contract.of(new Lingering()).failures();
        assertThat(failures).extracting(Check.Failure::check).containsExactly("denormal numbers");
        assertThat(failures.getFirst().sentence())
                .matches("a moment must become 0 before it is denormal, got [0-9.E-]+ at step \\d+");
    }

    static final class Deaf extends Heavy {
        @Override
        public void update(float[] p, float[] g, float[][] moments, int from, int to, boolean decay) {
            for (int i = from; i < to; i++) {
                p[i] -= g[i] > 0 ? learningRate : g[i] < 0 ? -learningRate : 0;
            }
        }
    }

    @Test
    void nanGradient_thatIsIgnored_isFound() {
        assertThat(checksThatFail(new Deaf())).containsExactly("NaN");
    }

    static final class Inverse extends Heavy {
        @Override
        public void update(float[] p, float[] g, float[][] moments, int from, int to, boolean decay) {
            for (int i = from; i < to; i++) {
                p[i] -= learningRate * g[i] / Math.abs(g[i]);
            }
        }
    }

    @Test
    void zeroGradient_thatMakesNan_isFound() {
        assertThat(checksThatFail(new Inverse())).contains("finite", "padding");
    }

    static final class Wasteful extends Heavy {
        @Override
        public void update(float[] p, float[] g, float[][] moments, int from, int to, boolean decay) {
            super.update(p, Arrays.copyOf(g, g.length), moments, from, to, decay);
        }
    }

    @ExtendWith(Patience.class)
    @Test
    void step_thatAllocates_isFound() {
        assertThat(checksThatFail(new Wasteful())).containsExactly("no garbage");
    }

    static final class Unnamed extends Heavy {
        @Override
        public String name() {
            return " ";
        }
    }

    @Test
    void name_blank_isFound() {
        assertThat(checksThatFail(new Unnamed())).containsExactly("values");
    }
}
