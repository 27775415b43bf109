package dev.neurite.metric;

import org.jspecify.annotations.Nullable;

/// mean |p − t| / max(|t|, 2⁻⁵²), over rows and outputs, as a share: 0.1 for an error of a tenth. Not defined
/// for a target of 0; one that reaches it all the same makes it huge, as in scikit-learn.
record MeanAbsolutePercentageError() implements OfNumbers {
    @Override
    public String name() {
        return "mape";
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public @Nullable String problem(float[] target, int offset, int targets, int outputs) {
        for (int j = offset; j < offset + targets; j++) {
            if (target[j] == 0 || !Float.isFinite(target[j])) {
                return "target must be finite and not 0, got " + target[j];
            }
        }
        return null;
    }

    @Override
    public Accumulator accumulator(int outputs, int targets) {
        Shapes.requireNumbers(name(), outputs, targets);
        return new Mean((p, pAt, t, tAt) -> Errors.mean(p, pAt, t, tAt, outputs, MeanAbsolutePercentageError::of));
    }

    private static double of(double prediction, double target) {
        return Math.abs(prediction - target) / Math.max(Math.abs(target), 0x1p-52);
    }
}
