package dev.neurite.metric;

/// mean (p − t)², over rows and outputs.
record MeanSquaredError() implements OfNumbers {
    @Override
    public String name() {
        return "mse";
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public Accumulator accumulator(int outputs, int targets) {
        Shapes.requireNumbers(name(), outputs, targets);
        return new Mean((p, pAt, t, tAt) -> Errors.squared(p, pAt, t, tAt, outputs));
    }
}
