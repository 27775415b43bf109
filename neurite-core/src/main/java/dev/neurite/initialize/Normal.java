package dev.neurite.initialize;

import dev.neurite.random.Seed;

/// Normal draws.
record Normal(double mean, double standardDeviation) implements Initializer {
    Normal {
        if (!Double.isFinite(mean)) {
            throw new IllegalArgumentException("normal mean must be finite, got " + mean);
        }
        if (!(standardDeviation >= 0 && Double.isFinite(standardDeviation))) {
            throw new IllegalArgumentException(
                    "normal standardDeviation must be finite and not negative, got " + standardDeviation);
        }
    }

    @Override
    public double draw(Seed seed, long index, int fanIn, int fanOut) {
        return mean + standardDeviation * seed.normal(index);
    }
}
