package dev.neurite.metric;

/// Share of rows whose class is among the `count` most likely ones, the first of equally likely classes coming
/// first, so that the top 1 is [Accuracy].
record TopKAccuracy(int count) implements OfClasses {
    TopKAccuracy {
        if (count < 1) {
            throw new IllegalArgumentException("TopKAccuracy.count must be positive, got " + count);
        }
    }

    @Override
    public String name() {
        return "top" + count;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Accumulator accumulator(int outputs, int targets) {
        Shapes.requireClasses(name(), outputs, targets);
        if (count >= outputs) {
            throw new IllegalArgumentException(name() + " must count fewer than " + outputs
                    + ", the number of classes, or it is always 1, got " + count);
        }
        return new Mean((p, pAt, t, tAt) -> before(p, pAt, (int) t[tAt], outputs) < count ? 1 : 0);
    }

    /// How many classes are more likely than class `k`.
    private static int before(float[] p, int pAt, int k, int outputs) {
        int before = 0;
        for (int j = 0; j < outputs; j++) {
            float probability = p[pAt + j];
            before += probability > p[pAt + k] || (probability == p[pAt + k] && j < k) ? 1 : 0;
        }
        return before;
    }
}
