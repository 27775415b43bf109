package dev.neurite.optimize;

import dev.neurite.kernels.AdamStep;
import dev.neurite.kernels.Kernels;

/// Adam: moments of the gradient scale the step of each parameter. Kingma and Ba 2015, algorithm 1:
/// `m ← β₁m + (1 − β₁)g`, `v ← β₂v + (1 − β₂)g²`,
/// `p ← p − learningRate · (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + epsilon)`. Weight decay comes before it, either as
/// an L2 penalty, `g ← g + weightDecay·p`, or decoupled, `p ← p·(1 − learningRate·weightDecay)`, which is AdamW
/// (Loshchilov and Hutter 2019, "Decoupled weight decay regularization").
///
/// @param beta1       decay of the first moment, in [0, 1)
/// @param beta2       decay of the second moment, in [0, 1)
/// @param epsilon     added to the root of the second moment, positive
/// @param weightDecay not negative
/// @param decoupled   whether weight decay is decoupled (AdamW)
public record Adam(double beta1, double beta2, double epsilon, double weightDecay, boolean decoupled)
        implements Optimizer {
    /// Checks the constants.
    public Adam {
        Constants.requireFraction("Adam.beta1", beta1);
        Constants.requireFraction("Adam.beta2", beta2);
        Constants.requirePositiveFloat("Adam.epsilon", epsilon);
        Constants.requireNotNegative("Adam.weightDecay", weightDecay);
    }

    /// β₁ 0.9, β₂ 0.999, epsilon 1e-8 as in the paper, no decay.
    public static Adam standard() {
        return new Adam(0.9, 0.999, 1e-8, 0, false);
    }

    /// AdamW with the decay of `torch.optim.AdamW`, 0.01.
    public static Adam adamW() {
        return decoupled(0.01);
    }

    /// With another weight decay of the same kind.
    public Adam withWeightDecay(double value) {
        return new Adam(beta1, beta2, epsilon, value, decoupled);
    }

    /// AdamW: the standard constants with decoupled weight decay.
    public static Adam decoupled(double weightDecay) {
        return new Adam(0.9, 0.999, 1e-8, weightDecay, true);
    }

    @Override
    public String name() {
        return decoupled ? "adamw" : "adam";
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
        return new AdamRule(this);
    }

    /// The constants of a step, once with weight decay and once without.
    private static final class AdamRule implements Rule {
        private final Adam adam;
        private final AdamStep decaying;
        private final AdamStep plain;

        AdamRule(Adam adam) {
            this.adam = adam;
            this.decaying = step(adam, adam.weightDecay);
            this.plain = step(adam, 0);
        }

        private static AdamStep step(Adam adam, double weightDecay) {
            return new AdamStep(
                    adam.beta1,
                    adam.beta2,
                    adam.epsilon,
                    1,
                    weightDecay,
                    adam.decoupled,
                    1 - adam.beta1,
                    1 - adam.beta2);
        }

        @Override
        public void begin(long step, double learningRate) {
            double correction1 = 1 - Exact.power(adam.beta1, step);
            double correction2 = 1 - Exact.power(adam.beta2, step);
            decaying.advance(learningRate, correction1, correction2);
            plain.advance(learningRate, correction1, correction2);
        }

        @Override
        public void update(float[] parameters, float[] gradients, float[][] moments, int from, int to, boolean decay) {
            Kernels.best().adam(parameters, gradients, moments[0], moments[1], from, to, decay ? decaying : plain);
        }
    }
}
