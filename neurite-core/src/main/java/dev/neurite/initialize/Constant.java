package dev.neurite.initialize;

import dev.neurite.random.Seed;

/// The same number everywhere.
record Constant(double value) implements Initializer {
    Constant {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("constant must be finite, got " + value);
        }
    }

    @Override
    public double draw(Seed seed, long index, int fanIn, int fanOut) {
        return value;
    }
}
