package dev.neurite.optimize;

import static java.lang.Math.fma;

/// Lion: steps of equal length along the sign of the momentum. Chen et al. 2023, "Symbolic discovery of optimization
/// algorithms", algorithm 2: `c = β₁m + (1 − β₁)g`, `p ← p − learningRate·(sign(c) + weightDecay·p)`,
/// `m ← β₂m + (1 − β₂)g`.
///
/// The moment array is m. Learning rates want to be 3 to 10 times smaller than with [Adam], weight decay as many times
/// larger (section 5 of the paper).
///
/// @param beta1       share of the momentum in the direction, in [0, 1)
/// @param beta2       decay of the momentum, in [0, 1)
/// @param weightDecay decoupled, not negative
public record Lion(double beta1, double beta2, double weightDecay) implements Optimizer {
    /// Checks the constants.
    public Lion {
        Constants.requireFraction("Lion.beta1", beta1);
        Constants.requireFraction("Lion.beta2", beta2);
        Constants.requireNotNegative("Lion.weightDecay", weightDecay);
    }

    /// β₁ 0.9, β₂ 0.99 as in the paper, no decay.
    public static Lion standard() {
        return new Lion(0.9, 0.99, 0);
    }

    /// With decoupled weight decay.
    public Lion withWeightDecay(double value) {
        return new Lion(beta1, beta2, value);
    }

    @Override
    public String name() {
        return "lion";
    }

    @Override
    public int moments() {
        return 1;
    }

    /// 0.0001, as in the authors' code.
    @Override
    public double defaultLearningRate() {
        return 0.0001;
    }

    @Override
    public Rule rule() {
        return new LionRule(this);
    }

    /// The learning rate of a step.
    private static final class LionRule implements Rule {
        private final Lion constants;
        private float learningRate;
        private float keep;

        LionRule(Lion constants) {
            this.constants = constants;
        }

        @Override
        public void begin(long step, double newLearningRate) {
            learningRate = (float) newLearningRate;
            keep = (float) (1 - newLearningRate * constants.weightDecay);
        }

        @Override
        public void update(float[] parameters, float[] gradients, float[][] moments, int from, int to, boolean decay) {
            float[] momentum = moments[0];
            float beta1 = (float) constants.beta1;
            float rest1 = (float) (1 - constants.beta1);
            float beta2 = (float) constants.beta2;
            float rest2 = (float) (1 - constants.beta2);
            float shrink = decay ? keep : 1;
            for (int i = from; i < to; i++) {
                float g = gradients[i];
                float sign = Math.signum(fma(beta1, momentum[i], rest1 * g));
                parameters[i] = fma(-learningRate, sign, parameters[i] * shrink);
                momentum[i] = Tiny.flush(fma(beta2, momentum[i], rest2 * g));
            }
        }
    }
}
