package dev.neurite.optimize;

import static java.lang.Math.fma;

import dev.neurite.kernels.Kernels;

/// NAdam: [Adam] with Nesterov's look-ahead. Dozat 2016, "Incorporating Nesterov momentum into Adam", with the schedule
/// of the momentum of his section 4, as `torch.optim.NAdam` computes it: `g ← g + weightDecay·p`,
/// `m ← β₁m + (1 − β₁)g`, `v ← β₂v + (1 − β₂)g²`, `μₜ = β₁·(1 − ½·0.96^(t·momentumDecay))`, `Πₜ = μ₁·…·μₜ`,
/// `p ← p − learningRate · ((1 − μₜ)/(1 − Πₜ)·g + μₜ₊₁/(1 − Πₜ₊₁)·m) / (√(v / (1 − β₂ᵗ)) + epsilon)`.
///
/// PyTorch 1.13 has μₜ twice in the product of the second term, `1 − Πₜ·μₜ·μₜ₊₁`; that form is there to follow
/// its runs.
///
/// The moment arrays are m and v. The product Πₜ is a function of t alone: a rule that begins in the middle of a
/// training multiplies it again from the first factor on, in the same order, to the same bits.
///
/// @param beta1         decay of the first moment, in [0, 1)
/// @param beta2         decay of the second moment, in [0, 1)
/// @param epsilon       added to the root of the second moment, positive
/// @param weightDecay   L2 penalty added to the gradient, not negative
/// @param momentumDecay how fast the momentum rises to β₁, not negative; 0 for half of β₁ at all times
/// @param factorTwice   whether μₜ stands twice in the second product, as in PyTorch 1.13
public record NAdam(
        double beta1, double beta2, double epsilon, double weightDecay, double momentumDecay, boolean factorTwice)
        implements Optimizer {
    /// Checks the constants.
    public NAdam {
        Constants.requireFraction("NAdam.beta1", beta1);
        Constants.requireFraction("NAdam.beta2", beta2);
        Constants.requirePositiveFloat("NAdam.epsilon", epsilon);
        Constants.requireNotNegative("NAdam.weightDecay", weightDecay);
        Constants.requireNotNegative("NAdam.momentumDecay", momentumDecay);
    }

    /// β₁ 0.9, β₂ 0.999, epsilon 1e-8, no weight decay, momentum decay 0.004, as in PyTorch.
    public static NAdam standard() {
        return new NAdam(0.9, 0.999, 1e-8, 0, 0.004, false);
    }

    /// With the product as PyTorch 1.13 has it.
    public NAdam withFactorTwice() {
        return new NAdam(beta1, beta2, epsilon, weightDecay, momentumDecay, true);
    }

    /// With an L2 penalty.
    public NAdam withWeightDecay(double value) {
        return new NAdam(beta1, beta2, epsilon, value, momentumDecay, factorTwice);
    }

    @Override
    public String name() {
        return "nadam";
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
        return new NAdamRule(this);
    }

    /// The constants of a step.
    private static final class NAdamRule implements Rule {
        private static final double BASE = 0.96;

        private final NAdam constants;
        private final MomentumProduct product;
        private float gradientShare;
        private float momentShare;
        private float inverseRootCorrection;

        NAdamRule(NAdam constants) {
            this.constants = constants;
            this.product = new MomentumProduct();
        }

        @Override
        public void begin(long step, double learningRate) {
            double now = momentum(step);
            double next = momentum(step + 1);
            double soFar = product.upTo(step);
            double withNext = soFar * next * (constants.factorTwice ? now : 1);
            gradientShare = (float) (learningRate * (1 - now) / (1 - soFar));
            momentShare = (float) (learningRate * next / (1 - withNext));
            inverseRootCorrection = (float) (1 / Math.sqrt(1 - Exact.power(constants.beta2, step)));
        }

        private double momentum(long step) {
            return constants.beta1 * (1 - 0.5 * Exact.power(BASE, (double) step * constants.momentumDecay));
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
                float root = fma((float) Math.sqrt(second[i]), inverseRootCorrection, epsilon);
                parameters[i] -= fma(gradientShare, g, momentShare * first[i]) / root;
            }
        }

        /// μ₁·…·μₜ, one factor a step while the steps follow each other. Once it is below 2⁻¹⁰⁰ it is 0, which
        /// 1 minus it does not notice, and which bounds the work of beginning in the middle.
        private final class MomentumProduct {
            private long last;
            private double value = 1;

            double upTo(long step) {
                if (step < last) {
                    last = 0;
                    value = 1;
                }
                while (last < step && value > 0) {
                    last++;
                    double more = value * momentum(last);
                    value = more < Kernels.TINY ? 0 : more;
                }
                last = step;
                return value;
            }
        }
    }
}
