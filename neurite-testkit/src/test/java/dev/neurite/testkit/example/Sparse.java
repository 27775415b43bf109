package dev.neurite.testkit.example;

import dev.neurite.initialize.Initializer;
import dev.neurite.random.Seed;

/// Each unit starts with about `count` weights from a normal distribution, the others 0. Martens 2010, "Deep learning
/// via Hessian-free optimization".
record Sparse(int count) implements Initializer {
    @Override
    public double draw(Seed seed, long index, int fanIn, int fanOut) {
        boolean kept = seed.split("kept").uniform(index) * fanIn < count;
        return kept ? seed.normal(index) : 0;
    }
}
