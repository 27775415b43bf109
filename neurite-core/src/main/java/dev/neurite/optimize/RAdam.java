package dev.neurite.optimize;

import static java.lang.Math.fma;

/// RAdam: [Adam] that waits with its adaptive step until the second moment is known well enough. Liu et al. 2020, "On
/// the variance of the adaptive learning rate and beyond", algorithm 2, as `torch.optim.RAdam` computes it:
/// `g ← g + weightDecay·p`, `m ← β₁m + (1 − β₁)g`, `v ← β₂v + (1 − β₂)g²`, `ρ∞ = 2/(1 − β₂) − 1`,
/// `ρₜ = ρ∞ − 2tβ₂ᵗ/(1 − β₂ᵗ)`. While ρₜ ≤ 5, `p ← p − learningRate·m/(1 − β₁ᵗ)`; then
/// `p ← p − learningRate · r · √(1 − β₂ᵗ) · (m / (1 − β₁ᵗ)) / (√v + epsilon)` with
/// `r = √((ρₜ − 4)(ρₜ − 2)ρ∞ / ((ρ∞ − 4)(ρ∞ − 2)ρₜ))`.
///
/// The moment arrays are m and v.
///
/// @param beta1       decay of the first moment, in [0, 1)
/// @param beta2       decay of the second moment, in [0, 1)
/// @param epsilon     added to the root of the second moment, positive
/// @param weightDecay L2 penalty added to the gradient, not negative
public record RAdam(double beta1, double beta2, double epsilon, double weightDecay) implements Optimizer {
    /// Checks the constants.
    public RAdam {
        Constants.requireFraction("RAdam.beta1", beta1);
        Constants.requireFraction("RAdam.beta2", beta2);
        Constants.requirePositiveFloat("RAdam.epsilon", epsilon);
        Constants.requireNotNegative("RAdam.weightDecay", weightDecay);
    }

    /// β₁ 0.9, β₂ 0.999, epsilon 1e-8, no decay, as in PyTorch.
    public static RAdam standard() {
        return new RAdam(0.9, 0.999, 1e-8, 0);
    }

    /// With an L2 penalty.
    public RAdam withWeightDecay(double value) {
        return new RAdam(beta1, beta2, epsilon, value);
    }

    @Override
    public String name() {
        return "radam";
    }

    @Override
    public int moments() {
        return 2;
    }

    @Override
    public double defaultLearningRate() {
        return 0.001;
    }

    @Override
    public Rule rule() {
        return new RAdamRule(this);
    }

    /// The constants of a step.
    private static final class RAdamRule implements Rule {
        private static final double TRUSTED = 5;

        private final RAdam constants;
        private float stepSize;
        private boolean adaptive;

        RAdamRule(RAdam constants) {
            this.constants = constants;
        }

        @Override
        public void begin(long step, double learningRate) {
            double decayed = Exact.power(constants.beta2, step);
            double longest = 2 / (1 - constants.beta2) - 1;
            double length = longest - 2 * step * decayed / (1 - decayed);
            adaptive = length > TRUSTED;
            double factor = adaptive ? Math.sqrt(1 - decayed) * rectification(length, longest) : 1;
            stepSize = (float) (learningRate * factor / (1 - Exact.power(constants.beta1, step)));
        }

        private static double rectification(double length, double longest) {
            return Math.sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length));
        }

        @Override
        public void update(float[] parameters, float[] gradients, float[][] moments, int from, int to, boolean decay) {
            float[] first = moments[0];
            float[] second = moments[1];
            float beta1 = (float) constants.beta1;
            float rest1 = (float) (1 - constants.beta1);
            float beta2 = (float) constants.beta2;
            float rest2 = (float) (1 - constants.beta2);
            float epsilon = (float) constants.epsilon;
            float penalty = decay ? (float) constants.weightDecay : 0;
            for (int i = from; i < to; i++) {
                float g = fma(penalty, parameters[i], gradients[i]);
                first[i] = Tiny.flush(fma(beta1, first[i], rest1 * g));
                second[i] = Tiny.flush(fma(beta2, second[i], rest2 * (g * g)));
                float root = adaptive ? (float) Math.sqrt(second[i]) + epsilon : 1;
                parameters[i] = fma(-stepSize, first[i] / root, parameters[i]);
            }
        }
    }
}
