package dev.neurite.metric;

/// `1 − Var(t − p) / Var(t)` for each output, mean over outputs: R² that forgives a constant error; NaN for a
/// constant target.
record ExplainedVariance() implements OfNumbers {
    @Override
    public String name() {
        return "explainedVariance";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Accumulator accumulator(int outputs, int targets) {
        Shapes.requireNumbers(name(), outputs, targets);
        return new Explained(outputs, true);
    }
}
