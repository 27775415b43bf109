package dev.neurite.metric;

/// √(mean (p − t)²), over rows and outputs.
record RootMeanSquaredError() implements OfNumbers {
    @Override
    public String name() {
        return "rmse";
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
        Mean squares = new Mean((p, pAt, t, tAt) -> Errors.squared(p, pAt, t, tAt, outputs));
        return new Accumulator() {
            @Override
            public void add(float[] predictions, int pOffset, float[] targetRows, int tOffset, double weight) {
                squares.add(predictions, pOffset, targetRows, tOffset, weight);
            }

            @Override
            public double value() {
                return StrictMath.sqrt(squares.value());
            }
        };
    }
}
