package dev.neurite.metric;

/// mean |p − t| / max(|t|, 2⁻⁵²), over rows and outputs, as a share: 0.1 for an error of a tenth. A target of zero
/// makes it huge.
record MeanAbsolutePercentageError() implements Metric {
    @Override
    public String name() {
        return "mape";
    }

    @Override
    public boolean higherIsBetter() {
        return false;
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
