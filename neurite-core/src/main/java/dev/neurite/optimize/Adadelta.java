package dev.neurite.optimize;

import static java.lang.Math.fma;

/// Adadelta: steps as long as the recent ones were, in units of the parameter. Zeiler 2012, algorithm 1, as
/// `torch.optim.Adadelta` defines it: `g ← g + weightDecay·p`, `v ← ρv + (1 − ρ)g²`,
/// `d = √(u + epsilon) / √(v + epsilon) · g`, `u ← ρu + (1 − ρ)d²`, `p ← p − learningRate·d`.
///
/// The moment arrays are v and u.
///
/// @param rho         decay of both mean squares, in [0, 1)
/// @param epsilon     added under both roots, positive
/// @param weightDecay L2 penalty added to the gradient, not negative
public record Adadelta(double rho, double epsilon, double weightDecay) implements Optimizer {
    /// Checks the constants.
    public Adadelta {
        Constants.requireFraction("Adadelta.rho", rho);
        Constants.requirePositiveFloat("Adadelta.epsilon", epsilon);
        Constants.requireNotNegative("Adadelta.weightDecay", weightDecay);
    }

    /// ρ 0.9, epsilon 1e-6, no decay, as in PyTorch; the paper has ρ 0.95.
    public static Adadelta standard() {
        return new Adadelta(0.9, 1e-6, 0);
    }

    /// With an L2 penalty.
    public Adadelta withWeightDecay(double value) {
        return new Adadelta(rho, epsilon, value);
    }

    @Override
    public String name() {
        return "adadelta";
    }

    @Override
    public int moments() {
        return 2;
    }

    /// 1, as in the paper, which has none.
    @Override
    public double defaultLearningRate() {
        return 1;
    }

    @Override
    public Rule rule() {
        return new AdadeltaRule(this);
    }

    /// The learning rate of a step.
    private static final class AdadeltaRule implements Rule {
        private final Adadelta constants;
        private float learningRate;

        AdadeltaRule(Adadelta constants) {
            this.constants = constants;
        }

        @Override
        public void begin(long step, double newLearningRate) {
            learningRate = (float) newLearningRate;
        }

        @Override
        public void update(float[] parameters, float[] gradients, float[][] moments, int from, int to, boolean decay) {
            float[] square = moments[0];
            float[] stepSquare = moments[1];
            float rho = (float) constants.rho;
            float rest = (float) (1 - constants.rho);
            float epsilon = (float) constants.epsilon;
            float penalty = decay ? (float) constants.weightDecay : 0;
            for (int i = from; i < to; i++) {
                float g = fma(penalty, parameters[i], gradients[i]);
                square[i] = Tiny.flush(fma(rho, square[i], rest * (g * g)));
                float ratio = (float) Math.sqrt(stepSquare[i] + epsilon) / (float) Math.sqrt(square[i] + epsilon);
                float d = ratio * g;
                stepSquare[i] = Tiny.flush(fma(rho, stepSquare[i], rest * (d * d)));
                parameters[i] = fma(-learningRate, d, parameters[i]);
            }
        }
    }
}
