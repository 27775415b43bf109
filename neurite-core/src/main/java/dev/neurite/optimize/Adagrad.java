package dev.neurite.optimize;

import static java.lang.Math.fma;

/// Adagrad: the gradient divided by the root of the sum of all its squares so far. Duchi, Hazan and Singer 2011,
/// "Adaptive subgradient methods", as `torch.optim.Adagrad` defines it: `g ← g + weightDecay·p`, `s ← s + g²`,
/// `p ← p − learningRate / (1 + (t − 1)·rateDecay) · g / (√(initial + s) + epsilon)`.
///
/// The moment array is s.
///
/// @param epsilon     added to the root, positive
/// @param weightDecay L2 penalty added to the gradient, not negative
/// @param rateDecay   by how much the divisor of the learning rate grows with each step, not negative
/// @param initial     sum of squares at the start, not negative
public record Adagrad(double epsilon, double weightDecay, double rateDecay, double initial) implements Optimizer {
    /// Checks the constants.
    public Adagrad {
        Constants.requirePositiveFloat("Adagrad.epsilon", epsilon);
        Constants.requireNotNegative("Adagrad.weightDecay", weightDecay);
        Constants.requireNotNegative("Adagrad.rateDecay", rateDecay);
        Constants.requireNotNegative("Adagrad.initial", initial);
    }

    /// Epsilon 1e-10, no decay of either kind, initial sum 0, as in PyTorch.
    public static Adagrad standard() {
        return new Adagrad(1e-10, 0, 0, 0);
    }

    /// With an L2 penalty.
    public Adagrad withWeightDecay(double value) {
        return new Adagrad(epsilon, value, rateDecay, initial);
    }

    @Override
    public String name() {
        return "adagrad";
    }

    @Override
    public int moments() {
        return 1;
    }

    @Override
    public double defaultLearningRate() {
        return 0.01;
    }

    @Override
    public Rule rule() {
        return new AdagradRule(this);
    }

    /// The step size of a step.
    private static final class AdagradRule implements Rule {
        private final Adagrad constants;
        private float stepSize;

        AdagradRule(Adagrad constants) {
            this.constants = constants;
        }

        @Override
        public void begin(long step, double learningRate) {
            stepSize = (float) (learningRate / (1 + (step - 1) * constants.rateDecay));
        }

        @Override
        public void update(float[] parameters, float[] gradients, float[][] moments, int from, int to, boolean decay) {
            float[] sum = moments[0];
            float epsilon = (float) constants.epsilon;
            float initial = (float) constants.initial;
            float penalty = decay ? (float) constants.weightDecay : 0;
            for (int i = from; i < to; i++) {
                float g = fma(penalty, parameters[i], gradients[i]);
                sum[i] = Tiny.flush(fma(g, g, sum[i]));
                float root = (float) Math.sqrt(initial + sum[i]) + epsilon;
                parameters[i] = fma(-stepSize, g / root, parameters[i]);
            }
        }
    }
}
