package dev.neurite.metric;

/// mean |p − t|, over rows and outputs.
record MeanAbsoluteError() implements OfNumbers {
    @Override
    public String name() {
        return "mae";
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
        return new Mean((p, pAt, t, tAt) -> Errors.absolute(p, pAt, t, tAt, outputs));
    }
}
