package dev.neurite.optimize;

import static java.lang.Math.fma;

/// RMSprop: the gradient divided by its root mean square of the recent past. Tieleman and Hinton 2012, "Lecture 6.5",
/// as `torch.optim.RMSprop` defines it: `g ← g + weightDecay·p`, `v ← αv + (1 − α)g²`,
/// `p ← p − learningRate·g / (√v + epsilon)`.
///
/// Centered, the root is of the variance `v − a²`, with `a ← αa + (1 − α)g` (Graves 2013, "Generating sequences with
/// recurrent neural networks", equations 38 to 45). With momentum, `b ← momentum·b + g / (√… + epsilon)` and
/// `p ← p − learningRate·b`.
///
/// The moment arrays are v, then a if centered, then b if there is momentum.
///
/// @param alpha       decay of the mean square, in [0, 1)
/// @param epsilon     added to the root, positive
/// @param weightDecay L2 penalty added to the gradient, not negative
/// @param momentum    in [0, 1)
/// @param centered    whether the mean of the gradient is taken off
public record RmsProp(double alpha, double epsilon, double weightDecay, double momentum, boolean centered)
        implements Optimizer {
    /// Checks the constants.
    public RmsProp {
        Constants.requireFraction("RmsProp.alpha", alpha);
        Constants.requirePositiveFloat("RmsProp.epsilon", epsilon);
        Constants.requireNotNegative("RmsProp.weightDecay", weightDecay);
        Constants.requireFraction("RmsProp.momentum", momentum);
    }

    /// α 0.99, epsilon 1e-8 as in PyTorch, no decay, no momentum, not centered. Hinton's lecture and Keras have
    /// α 0.9.
    public static RmsProp standard() {
        return new RmsProp(0.99, 1e-8, 0, 0, false);
    }

    /// With an L2 penalty.
    public RmsProp withWeightDecay(double value) {
        return new RmsProp(alpha, epsilon, value, momentum, centered);
    }

    /// With another decay of the mean square.
    public RmsProp withAlpha(double value) {
        return new RmsProp(value, epsilon, weightDecay, momentum, centered);
    }

    /// With momentum.
    public RmsProp withMomentum(double value) {
        return new RmsProp(alpha, epsilon, weightDecay, value, centered);
    }

    /// With the mean of the gradient taken off.
    public RmsProp withCentering() {
        return new RmsProp(alpha, epsilon, weightDecay, momentum, true);
    }

    @Override
    public String name() {
        return "rmsprop";
    }

    @Override
    public int moments() {
        return 1 + (centered ? 1 : 0) + (momentum > 0 ? 1 : 0);
    }

    @Override
    public double defaultLearningRate() {
        return 0.01;
    }

    @Override
    public Rule rule() {
        return new RmsPropRule(this);
    }

    /// The learning rate of a step.
    private static final class RmsPropRule implements Rule {
        private final RmsProp constants;
        private final float alpha;
        private final float rest;
        private final float epsilon;
        private final float momentum;
        private float learningRate;

        RmsPropRule(RmsProp constants) {
            this.constants = constants;
            this.alpha = (float) constants.alpha;
            this.rest = (float) (1 - constants.alpha);
            this.epsilon = (float) constants.epsilon;
            this.momentum = (float) constants.momentum;
        }

        @Override
        public void begin(long step, double newLearningRate) {
            learningRate = (float) newLearningRate;
        }

        /// The gradient first becomes the scaled one, in place: what follows is the same with and
        /// without centering.
        @Override
        public void update(float[] parameters, float[] gradients, float[][] moments, int from, int to, boolean decay) {
            float penalty = decay ? (float) constants.weightDecay : 0;
            if (constants.centered) {
                scaleCentered(parameters, gradients, moments[0], moments[1], from, to, penalty);
            } else {
                scale(parameters, gradients, moments[0], from, to, penalty);
            }
            if (constants.momentum > 0) {
                accumulate(gradients, moments[constants.moments() - 1], from, to);
            }
            for (int i = from; i < to; i++) {
                parameters[i] = fma(-learningRate, gradients[i], parameters[i]);
            }
        }

        private void scale(float[] parameters, float[] gradients, float[] square, int from, int to, float penalty) {
            for (int i = from; i < to; i++) {
                float g = fma(penalty, parameters[i], gradients[i]);
                square[i] = Tiny.flush(fma(alpha, square[i], rest * (g * g)));
                gradients[i] = g / ((float) Math.sqrt(square[i]) + epsilon);
            }
        }

        /// The variance is at least 0, whatever rounding makes of it; NaN stays NaN.
        private void scaleCentered(
                float[] parameters, float[] gradients, float[] square, float[] mean, int from, int to, float penalty) {
            for (int i = from; i < to; i++) {
                float g = fma(penalty, parameters[i], gradients[i]);
                square[i] = Tiny.flush(fma(alpha, square[i], rest * (g * g)));
                mean[i] = Tiny.flush(fma(alpha, mean[i], rest * g));
                float variance = Math.max(0, fma(-mean[i], mean[i], square[i]));
                gradients[i] = g / ((float) Math.sqrt(variance) + epsilon);
            }
        }

        private void accumulate(float[] gradients, float[] velocity, int from, int to) {
            for (int i = from; i < to; i++) {
                velocity[i] = Tiny.flush(fma(momentum, velocity[i], gradients[i]));
                gradients[i] = velocity[i];
            }
        }
    }
}
