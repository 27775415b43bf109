package dev.neurite.metric;

/// Mean squared distance of probabilities and truth (Brier 1950): `(p − y)²` for yes or no, mean over outputs; for
/// classes `Σₖ (pₖ − yₖ)²`, halved where there are only two, so that two classes give what yes or no gives.
record Brier() implements OfClasses {
    @Override
    public String name() {
        return "brier";
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
                ? new Mean((p, pAt, t, tAt) -> ofClasses(p, pAt, (int) t[tAt], outputs))
                : new Mean((p, pAt, t, tAt) -> Errors.squared(p, pAt, t, tAt, outputs));
    }

    private static double ofClasses(float[] p, int pAt, int truth, int outputs) {
        double sum = 0;
        for (int k = 0; k < outputs; k++) {
            double error = p[pAt + k] - (k == truth ? 1.0 : 0.0);
            sum += error * error;
        }
        return outputs == 2 ? sum / 2 : sum;
    }
}
