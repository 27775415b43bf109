package dev.neurite.optimize;

import static java.lang.Math.fma;

/// Rprop: each parameter has a step of its own, which grows while its gradient keeps the sign and shrinks when that
/// changes. Riedmiller and Braun 1993, in the form iRprop⁻ of Igel and Hüsken 2000, which is `torch.optim.Rprop`:
/// with h the sign of the last gradient, `s ← grow·s` where g·h > 0; where g·h < 0, `s ← shrink·s` and `g ← 0`;
/// s stays within its bounds; `p ← p − s·sign(g)`, `h ← sign(g)`.
///
/// The moment arrays are h and s. The learning rate of the first step is the first s; later ones have no effect, so
/// that a schedule decides nothing but this first size. It is made for gradients of the whole data: set the batch size
/// to the number of rows.
///
/// @param shrink  factor of a step whose gradient changed its sign, in (0, 1)
/// @param grow    factor of a step whose gradient kept it, above 1
/// @param minimum smallest step, positive
/// @param maximum largest step, not below the smallest
public record Rprop(double shrink, double grow, double minimum, double maximum) implements Optimizer {
    /// Checks the constants.
    public Rprop {
        Constants.requirePositive("Rprop.shrink", shrink);
        Constants.requireFraction("Rprop.shrink", shrink);
        Constants.requirePositive("Rprop.grow", grow);
        if (!(grow > 1)) {
            throw new IllegalArgumentException("Rprop.grow must be larger than 1, got " + grow);
        }
        Constants.requirePositiveFloat("Rprop.minimum", minimum);
        Constants.requirePositiveFloat("Rprop.maximum", maximum);
        if (maximum < minimum) {
            throw new IllegalArgumentException(
                    "Rprop.maximum must not be below the minimum of " + minimum + ", got " + maximum);
        }
    }

    /// Shrink 0.5, grow 1.2, steps from 1e-6 to 50, as in the papers.
    public static Rprop standard() {
        return new Rprop(0.5, 1.2, 1e-6, 50);
    }

    @Override
    public String name() {
        return "rprop";
    }

    @Override
    public int moments() {
        return 2;
    }

    /// 0.01, as in PyTorch.
    @Override
    public double defaultLearningRate() {
        return 0.01;
    }

    @Override
    public Rule rule() {
        return new RpropRule(this);
    }

    /// What is special about the first step.
    private static final class RpropRule implements Rule {
        private final Rprop constants;
        private boolean firstStep;
        private float firstSize;

        RpropRule(Rprop constants) {
            this.constants = constants;
        }

        @Override
        public void begin(long step, double learningRate) {
            firstStep = step == 1;
            firstSize = (float) learningRate;
        }

        @Override
        public void update(float[] parameters, float[] gradients, float[][] moments, int from, int to, boolean decay) {
            float[] signs = moments[0];
            float[] sizes = moments[1];
            float minimum = (float) constants.minimum;
            float maximum = (float) constants.maximum;
            for (int i = from; i < to; i++) {
                float sign = Math.signum(gradients[i]);
                float turn = sign * signs[i];
                float size = (firstStep ? firstSize : sizes[i]) * factor(turn);
                sizes[i] = Math.max(minimum, Math.min(maximum, size));
                signs[i] = turn < 0 ? 0 : sign;
                parameters[i] = fma(-sizes[i], signs[i], parameters[i]);
            }
        }

        private float factor(float turn) {
            return turn > 0 ? (float) constants.grow : turn < 0 ? (float) constants.shrink : 1;
        }
    }
}
