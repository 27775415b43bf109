package dev.neurite.testkit.example;

import dev.neurite.activation.Activation;

/// `f(z) = z + sin²(z)`, for periodic data. Ziyin et al. 2020, "Neural networks fail to learn periodic functions".
///
/// `sin²(z) = ½(1 − cos 2z)`, with derivative `sin 2z`.
record Snake() implements Activation.Custom {
    @Override
    public String name() {
        return "snake";
    }

    @Override
    public double value(double z) {
        return z + 0.5 * (1 - StrictMath.cos(2 * z));
    }

    @Override
    public double derivative(double z) {
        return 1 + StrictMath.sin(2 * z);
    }
}
