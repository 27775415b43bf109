package dev.neurite.activation;

import dev.neurite.kernels.Kernels;

/// `f(z) = tanh z`. LeCun et al. 1998, "Efficient backprop".
public record Tanh() implements Activation {
    @Override
    public String name() {
        return "tanh";
    }

    @Override
    public double value(double z) {
        return StrictMath.tanh(z);
    }

    @Override
    public double derivative(double z) {
        return 1 - StrictMath.tanh(z) * StrictMath.tanh(z);
    }

    @Override
    public boolean readsInput() {
        return false;
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        Kernels.best().tanh(z, zOffset, a, aOffset, length);
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        Kernels.best().tanhGradient(saved, savedOffset, delta, deltaOffset, length);
    }
}
