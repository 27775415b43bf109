package dev.neurite.initialize;

import dev.neurite.random.Seed;

/// Uniform draws.
record Uniform(double low, double high) implements Initializer {
    Uniform {
        if (!(low <= high && Double.isFinite(high - low))) {
            throw new IllegalArgumentException(
                    "uniform bounds must be finite and in order, got " + low + " and " + high);
        }
    }

    @Override
    public double draw(Seed seed, long index, int fanIn, int fanOut) {
        return low + (high - low) * seed.uniform(index);
    }
}
