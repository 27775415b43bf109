package dev.neurite.optimize;

import dev.neurite.kernels.Kernels;

/// Stochastic gradient descent with momentum, as `torch.optim.SGD` defines it:
/// `g ← g + weightDecay·p`, `v ← momentum·v + (1 − dampening)·g` (at the first step `v = g`),
/// `p ← p − learningRate·v`, or with Nesterov's look-ahead `p ← p − learningRate·(g + momentum·v)`.
///
/// Sutskever et al. 2013, "On the importance of initialization and momentum in deep learning".
///
/// @param momentum    in [0, 1); 0 needs no moment array
/// @param dampening   in [0, 1)
/// @param nesterov    Nesterov's form; needs momentum > 0 and dampening 0
/// @param weightDecay L2 penalty added to the gradient, not negative
public record Sgd(double momentum, double dampening, boolean nesterov, double weightDecay) implements Optimizer {
    /// Checks the constants.
    public Sgd {
        Constants.requireFraction("Sgd.momentum", momentum);
        Constants.requireFraction("Sgd.dampening", dampening);
        Constants.requireNotNegative("Sgd.weightDecay", weightDecay);
        if (nesterov && !(momentum > 0 && dampening == 0)) {
            throw new IllegalArgumentException("Sgd.nesterov needs momentum > 0 and dampening 0, got momentum "
                    + momentum + " and dampening " + dampening);
        }
    }

    /// Plain gradient descent: `p ← p − learningRate·g`.
    public static Sgd plain() {
        return new Sgd(0, 0, false, 0);
    }

    /// With momentum, usually 0.9.
    public Sgd withMomentum(double value) {
        return new Sgd(value, dampening, nesterov, weightDecay);
    }

    /// With Nesterov's look-ahead.
    public Sgd withNesterov() {
        return new Sgd(momentum, dampening, true, weightDecay);
    }

    /// With an L2 penalty.
    public Sgd withWeightDecay(double value) {
        return new Sgd(momentum, dampening, nesterov, value);
    }

    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public int moments() {
        return momentum > 0 ? 1 : 0;
    }

    @Override
    public double defaultLearningRate() {
        return 0.01;
    }

    @Override
    public Rule rule() {
        return new SgdRule(this);
    }

    /// The learning rate of a step.
    private static final class SgdRule implements Rule {
        private final Sgd sgd;
        private float learningRate;
        private boolean firstStep;

        SgdRule(Sgd sgd) {
            this.sgd = sgd;
        }

        @Override
        public void begin(long step, double newLearningRate) {
            learningRate = (float) newLearningRate;
            firstStep = step == 1;
        }

        @Override
        public void update(float[] parameters, float[] gradients, float[][] moments, int from, int to, boolean decay) {
            Kernels.best()
                    .sgd(
                            parameters,
                            gradients,
                            sgd.moments() == 0 ? gradients : moments[0],
                            from,
                            to,
                            learningRate,
                            (float) sgd.momentum,
                            (float) sgd.dampening,
                            sgd.nesterov,
                            decay ? (float) sgd.weightDecay : 0,
                            firstStep);
        }
    }
}
