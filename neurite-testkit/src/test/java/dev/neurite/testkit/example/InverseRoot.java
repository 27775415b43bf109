package dev.neurite.testkit.example;

import dev.neurite.activation.Activation;

/// `f(z) = z / √(1 + α z²)`, between ±1/√α, with derivative `(1 / √(1 + α z²))³`. Carlile et al. 2017, "Improving deep
/// learning by inverse square root linear units (ISRLUs)".
record InverseRoot(double alpha) implements Activation.Custom {
    @Override
    public String name() {
        return "inverseroot";
    }

    @Override
    public double value(double z) {
        return z / Math.sqrt(1 + alpha * z * z);
    }

    @Override
    public double derivative(double z) {
        double factor = 1 / Math.sqrt(1 + alpha * z * z);
        return factor * factor * factor;
    }
}
