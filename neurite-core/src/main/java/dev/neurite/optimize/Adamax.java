package dev.neurite.optimize;

import static java.lang.Math.fma;

/// Adamax: [Adam] with the largest gradient of the recent past in place of its root mean square. Kingma and Ba 2015,
/// algorithm 2, as `torch.optim.Adamax` guards it against division by 0: `g ← g + weightDecay·p`,
/// `m ← β₁m + (1 − β₁)g`, `u ← max(β₂u, |g| + epsilon)`, `p ← p − learningRate / (1 − β₁ᵗ) · m / u`.
///
/// The moment arrays are m and u.
///
/// @param beta1       decay of the mean of the gradient, in [0, 1)
/// @param beta2       decay of its largest magnitude, in [0, 1)
/// @param epsilon     added to each magnitude, positive
/// @param weightDecay L2 penalty added to the gradient, not negative
public record Adamax(double beta1, double beta2, double epsilon, double weightDecay) implements Optimizer {
    /// Checks the constants.
    public Adamax {
        Constants.requireFraction("Adamax.beta1", beta1);
        Constants.requireFraction("Adamax.beta2", beta2);
        Constants.requirePositiveFloat("Adamax.epsilon", epsilon);
        Constants.requireNotNegative("Adamax.weightDecay", weightDecay);
    }

    /// β₁ 0.9, β₂ 0.999 as in the paper, epsilon 1e-8 as in PyTorch, no decay.
    public static Adamax standard() {
        return new Adamax(0.9, 0.999, 1e-8, 0);
    }

    /// With an L2 penalty.
    public Adamax withWeightDecay(double value) {
        return new Adamax(beta1, beta2, epsilon, value);
    }

    @Override
    public String name() {
        return "adamax";
    }

    @Override
    public int moments() {
        return 2;
    }

    /// 0.002, as in the paper.
    @Override
    public double defaultLearningRate() {
        return 0.002;
    }

    @Override
    public Rule rule() {
        return new AdamaxRule(this);
    }

    /// The step size of a step.
    private static final class AdamaxRule implements Rule {
        private final Adamax constants;
        private float stepSize;

        AdamaxRule(Adamax constants) {
            this.constants = constants;
        }

        @Override
        public void begin(long step, double learningRate) {
            stepSize = (float) (learningRate / (1 - Exact.power(constants.beta1, step)));
        }

        @Override
        public void update(float[] parameters, float[] gradients, float[][] moments, int from, int to, boolean decay) {
            float[] mean = moments[0];
            float[] largest = moments[1];
            float beta1 = (float) constants.beta1;
            float rest1 = (float) (1 - constants.beta1);
            float beta2 = (float) constants.beta2;
            float epsilon = (float) constants.epsilon;
            float penalty = decay ? (float) constants.weightDecay : 0;
            for (int i = from; i < to; i++) {
                float g = fma(penalty, parameters[i], gradients[i]);
                mean[i] = Tiny.flush(fma(beta1, mean[i], rest1 * g));
                largest[i] = Math.max(beta2 * largest[i], Math.abs(g) + epsilon);
                parameters[i] = fma(-stepSize, mean[i] / largest[i], parameters[i]);
            }
        }
    }
}
