package dev.neurite.metric;

import dev.neurite.loss.Targets;
import org.jspecify.annotations.Nullable;

/// `2 mean (t log(t / p) − t + p)`, over rows and outputs, for counts t ≥ 0 and positive predictions (McCullagh and
/// Nelder 1989, section 2.3). Infinite where a prediction is 0 and the count is not, NaN where one is negative.
record PoissonDeviance() implements OfNumbers {
    @Override
    public String name() {
        return "poissonDeviance";
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public boolean inTargetUnit() {
        return true;
    }

    @Override
    public @Nullable String problem(float[] target, int offset, int targets, int outputs) {
        return Targets.counts(target, offset, targets);
    }

    @Override
    public Accumulator accumulator(int outputs, int targets) {
        Shapes.requireNumbers(name(), outputs, targets);
        return new Mean((p, pAt, t, tAt) -> Errors.mean(p, pAt, t, tAt, outputs, PoissonDeviance::of));
    }

    private static double of(double prediction, double target) {
        if (!(prediction >= 0)) {
            return Double.NaN;
        }
        double logarithm = target == 0 ? 0 : target * StrictMath.log(target / prediction);
        return 2 * (logarithm - target + prediction);
    }
}
