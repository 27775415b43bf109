package dev.neurite.activation;

import dev.neurite.kernels.Kernels;

/// `f(z) = z · tanh(log(1 + exp z))`. Misra 2019.
public record Mish() implements Activation {
    @Override
    public String name() {
        return "mish";
    }

    @Override
    public double value(double z) {
        return z * StrictMath.tanh(Softplus.of(z));
    }

    @Override
    public double derivative(double z) {
        double t = StrictMath.tanh(Softplus.of(z));
        return t + z * Sigmoid.of(z) * (1 - t * t);
    }

    @Override
    public boolean readsInput() {
        return true;
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        Kernels.best().mish(z, zOffset, a, aOffset, length);
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        Kernels.best().mishGradient(saved, savedOffset, delta, deltaOffset, length);
    }
}
