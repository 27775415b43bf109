package dev.neurite.metric;

/// Mean of `q (t − p)` where the prediction is too low and `(1 − q)(p − t)` where it is too high, over rows and
/// outputs: smallest for the q-quantile of the target (Koenker and Bassett 1978).
record Pinball(double quantile) implements OfNumbers {
    Pinball {
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException("Pinball.quantile must be between 0 and 1, got " + quantile);
        }
    }

    @Override
    public String name() {
        return "pinball" + Metrics.text(quantile);
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
    public Accumulator accumulator(int outputs, int targets) {
        Shapes.requireNumbers(name(), outputs, targets);
        return new Mean((p, pAt, t, tAt) -> Errors.mean(p, pAt, t, tAt, outputs, this::of));
    }

    private double of(double prediction, double target) {
        double below = target - prediction;
        return below >= 0 ? quantile * below : (quantile - 1) * below;
    }
}
