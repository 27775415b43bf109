package dev.neurite.activation;

import dev.neurite.kernels.Kernels;

/// `f(z) = z · Φ(z)` with the normal distribution function `Φ(z) = ½(1 + erf(z/√2))`, exact.
/// Hendrycks and Gimpel 2016.
public record Gelu() implements Activation {
    @Override
    public String name() {
        return "gelu";
    }

    @Override
    public double value(double z) {
        return z * Normal.distribution(z);
    }

    @Override
    public double derivative(double z) {
        return Normal.distribution(z) + z * Normal.density(z);
    }

    @Override
    public boolean readsInput() {
        return true;
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        Kernels.best().gelu(z, zOffset, a, aOffset, length);
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        Kernels.best().geluGradient(saved, savedOffset, delta, deltaOffset, length);
    }
}
