package dev.neurite.metric;

/// Mean of −log of the probability that was given to what came true; probabilities below 1e-15 count as 1e-15.
record LogLoss() implements OfClasses {
    private static final double SMALLEST = 1e-15;

    @Override
    public String name() {
        return "logLoss";
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public boolean ofProbabilities() {
        return true;
    }

    @Override
    public Accumulator accumulator(int outputs, int targets) {
        return Shapes.areClasses(outputs, targets)
                ? new Mean((p, pAt, t, tAt) -> minusLog(p[pAt + (int) t[tAt]]))
                : new Mean((p, pAt, t, tAt) -> binary(p, pAt, t, tAt, outputs));
    }

    private static double binary(float[] p, int pAt, float[] t, int tAt, int outputs) {
        double sum = 0;
        for (int j = 0; j < outputs; j++) {
            double target = t[tAt + j];
            double probability = p[pAt + j];
            sum += target * minusLog(probability) + (1 - target) * minusLog(1 - probability);
        }
        return sum / outputs;
    }

    private static double minusLog(double probability) {
        return -StrictMath.log(Math.max(probability, SMALLEST));
    }
}
