package dev.neurite.initialize;

import dev.neurite.random.Seed;

/// Mean 0 and variance `scale / fan`, normal or uniform.
record Scaled(String name, double scale, Fan fan, boolean normal) implements Initializer {
    /// Which of a layer's sizes divides the variance.
    enum Fan {
        IN,
        AVERAGE
    }

    @Override
    public double draw(Seed seed, long index, int fanIn, int fanOut) {
        double size = fan == Fan.IN ? fanIn : 0.5 * ((double) fanIn + fanOut);
        double variance = scale / size;
        return normal
                ? StrictMath.sqrt(variance) * seed.normal(index)
                : StrictMath.sqrt(3 * variance) * (2 * seed.uniform(index) - 1);
    }

    @Override
    public String toString() {
        return name;
    }
}
