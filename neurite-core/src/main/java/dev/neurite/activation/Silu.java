package dev.neurite.activation;

import dev.neurite.kernels.Kernels;

/// `f(z) = z · sigmoid(z)`, also called swish. Elfwing, Uchibe, Doya 2018.
public record Silu() implements Activation {
    @Override
    public String name() {
        return "silu";
    }

    @Override
    public double value(double z) {
        return z * Sigmoid.of(z);
    }

    @Override
    public double derivative(double z) {
        return Sigmoid.of(z) * (1 + z * Sigmoid.of(-z));
    }

    @Override
    public boolean readsInput() {
        return true;
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        Kernels.best().silu(z, zOffset, a, aOffset, length);
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        Kernels.best().siluGradient(saved, savedOffset, delta, deltaOffset, length);
    }
}
