package dev.neurite.activation;

import dev.neurite.kernels.Kernels;

/// `f(z) = max(z, 0)`, with derivative 0 at 0. Nair and Hinton 2010.
public record Relu() implements Activation {
    @Override
    public String name() {
        return "relu";
    }

    @Override
    public double value(double z) {
        return Math.max(z, 0);
    }

    @Override
    public double derivative(double z) {
        return z > 0 ? 1 : 0;
    }

    @Override
    public boolean readsInput() {
        return false;
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        Kernels.best().relu(z, zOffset, a, aOffset, length);
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        Kernels.best().reluGradient(saved, savedOffset, delta, deltaOffset, length);
    }
}
