package dev.neurite.metric;

/// `1 − Σ w(t − p)² / Σ w(t − mean t)²` for each output, mean over outputs; NaN for a constant target.
record RSquared() implements OfNumbers {
    @Override
    public String name() {
        return "r2";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Accumulator accumulator(int outputs, int targets) {
        Shapes.requireNumbers(name(), outputs, targets);
        return new Explained(outputs, false);
    }
}
