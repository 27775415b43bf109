package dev.neurite.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.optimize.Adam;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.Sgd;
import org.junit.jupiter.api.Test;

class OptimizerTest {
    @Test
    void momentum_constantLearningRate_equalsTheOtherForm() {
        TextbookOptimizer ours = TextbookOptimizer.momentum(0.9, 2);
        TextbookOptimizer torch = TextbookOptimizer.of(Sgd.plain().withMomentum(0.9), 2);
        double[] p = {1, -2};
        double[] q = p.clone();
        for (int step = 0; step < 50; step++) {
            ours.step(p, new double[] {p[0], 3 * p[1]}, 0.05);
            torch.step(q, new double[] {q[0], 3 * q[1]}, 0.05);
        }
        assertThat(Errors.largest(p, q, 1e-3)).isLessThan(1e-12);
    }

    /// v = −0.1·1, then 0.5·v − 0.2·1; the other form gives −0.2·(0.5·1 + 1) in the second step.
    @Test
    void momentum_changedLearningRate_keepsItsSpeed() {
        TextbookOptimizer ours = TextbookOptimizer.momentum(0.5, 1);
        double[] p = {0};
        ours.step(p, new double[] {1}, 0.1);
        ours.step(p, new double[] {1}, 0.2);
        assertThat(p[0]).isCloseTo(-0.1 + (-0.05 - 0.2), within(1e-15));
    }

    @Test
    void step_biasExemptFromDecay_onlyTheWeightShrinks() {
        boolean[] decays = {true, false};
        for (Optimizer rule : new Optimizer[] {Sgd.plain().withWeightDecay(0.5), Adam.decoupled(0.5)}) {
            double[] p = {1, 1};
            TextbookOptimizer.of(rule, decays).step(p, new double[2], 0.1);
            assertThat(p).containsExactly(0.95, 1);
        }
    }

    @Test
    void of_ruleOfAUser_isRefusedByName() {
        Optimizer sign = new Optimizer() {
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
                return 0.1;
            }

            @Override
            public Rule rule() {
                throw new AssertionError("not to be called");
            }
        };
        assertThatThrownBy(() -> TextbookOptimizer.of(sign, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the textbook has no formulas for the optimizer sign; implement TextbookOptimizer for it");
    }
}
