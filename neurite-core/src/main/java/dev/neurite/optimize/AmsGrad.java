package dev.neurite.optimize;

import static java.lang.Math.fma;

/// AMSGrad: [Adam] whose second moment never shrinks, so that the step size never grows. Reddi, Kale and Kumar 2018,
/// "On the convergence of Adam and beyond", algorithm 2, with Adam's corrections as in `torch.optim.Adam(amsgrad)`:
/// `m ← β₁m + (1 − β₁)g`, `v ← β₂v + (1 − β₂)g²`, `u ← max(u, v)`,
/// `p ← p − learningRate · (m / (1 − β₁ᵗ)) / (√(u / (1 − β₂ᵗ)) + epsilon)`.
///
/// The moment arrays are m, v and u.
///
/// @param beta1       decay of the first moment, in [0, 1)
/// @param beta2       decay of the second moment, in [0, 1)
/// @param epsilon     added to the root of the largest second moment, positive
/// @param weightDecay not negative
/// @param decoupled   whether weight decay shrinks the parameter, as in AdamW, or else is added to the gradient
public record AmsGrad(double beta1, double beta2, double epsilon, double weightDecay, boolean decoupled)
        implements Optimizer {
    /// Checks the constants.
    public AmsGrad {
        Constants.requireFraction("AmsGrad.beta1", beta1);
        Constants.requireFraction("AmsGrad.beta2", beta2);
        Constants.requirePositiveFloat("AmsGrad.epsilon", epsilon);
        Constants.requireNotNegative("AmsGrad.weightDecay", weightDecay);
    }

    /// β₁ 0.9, β₂ 0.999, epsilon 1e-8, no decay, as in PyTorch.
    public static AmsGrad standard() {
        return new AmsGrad(0.9, 0.999, 1e-8, 0, false);
    }

    /// With another weight decay of the same kind: from [#standard] on an L2 penalty added to the gradient.
    public AmsGrad withWeightDecay(double value) {
        return new AmsGrad(beta1, beta2, epsilon, value, decoupled);
    }

    @Override
    public String name() {
        return "amsgrad";
    }

    @Override
    public int moments() {
        return 3;
    }

    @Override
    public double defaultLearningRate() {
        return 0.001;
    }

    @Override
    public Rule rule() {
        return new AmsGradRule(this);
    }

    /// The constants of a step.
    private static final class AmsGradRule implements Rule {
        private final AmsGrad constants;
        private float keep;
        private float stepSize;
        private float inverseRootCorrection;

        AmsGradRule(AmsGrad constants) {
            this.constants = constants;
        }

        @Override
        public void begin(long step, double learningRate) {
            keep = constants.decoupled ? (float) (1 - learningRate * constants.weightDecay) : 1;
            stepSize = (float) (learningRate / (1 - Exact.power(constants.beta1, step)));
            inverseRootCorrection = (float) (1 / Math.sqrt(1 - Exact.power(constants.beta2, step)));
        }

        @Override
        public void update(float[] parameters, float[] gradients, float[][] moments, int from, int to, boolean decay) {
            float[] first = moments[0];
            float[] second = moments[1];
            float[] largest = moments[2];
            float beta1 = (float) constants.beta1;
            float rest1 = (float) (1 - constants.beta1);
            float beta2 = (float) constants.beta2;
            float rest2 = (float) (1 - constants.beta2);
            float epsilon = (float) constants.epsilon;
            float penalty = decay && !constants.decoupled ? (float) constants.weightDecay : 0;
            float shrink = decay ? keep : 1;
            for (int i = from; i < to; i++) {
                float g = fma(penalty, parameters[i], gradients[i]);
                first[i] = Tiny.flush(fma(beta1, first[i], rest1 * g));
                second[i] = Tiny.flush(fma(beta2, second[i], rest2 * (g * g)));
            }
            for (int i = from; i < to; i++) { // loops over fewer arrays become vector code
                largest[i] = Math.max(largest[i], second[i]);
                float root = fma((float) Math.sqrt(largest[i]), inverseRootCorrection, epsilon);
                parameters[i] = fma(-stepSize, first[i] / root, parameters[i] * shrink);
            }
        }
    }
}
