package dev.neurite.metric;

/// Share of right answers.
record Accuracy() implements OfClasses {
    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Accumulator accumulator(int outputs, int targets) {
        return Shapes.areClasses(outputs, targets)
                ? new Mean((p, pAt, t, tAt) -> mostLikely(p, pAt, outputs) == (int) t[tAt] ? 1 : 0)
                : new Mean((p, pAt, t, tAt) -> rightSides(p, pAt, t, tAt, outputs));
    }

    /// The index of the largest of `count` probabilities, the first of equal ones.
    static int mostLikely(float[] probabilities, int offset, int count) {
        int best = 0;
        for (int k = 1; k < count; k++) {
            if (probabilities[offset + k] > probabilities[offset + best]) {
                best = k;
            }
        }
        return best;
    }

    private static double rightSides(float[] p, int pAt, float[] t, int tAt, int outputs) {
        int right = 0;
        for (int j = 0; j < outputs; j++) {
            right += Tally.side(p[pAt + j]) == Tally.side(t[tAt + j]) ? 1 : 0;
        }
        return (double) right / outputs;
    }
}
