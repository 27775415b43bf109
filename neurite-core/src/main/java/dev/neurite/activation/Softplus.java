package dev.neurite.activation;

import dev.neurite.kernels.Kernels;

/// `f(z) = log(1 + exp z)`, a smooth [Relu]; computed as `max(z, 0) + log(1 + exp(−|z|))`.
/// Dugas et al. 2001, "Incorporating second-order functional knowledge for better option pricing".
public record Softplus() implements Activation {
    /// The function for one number, without overflow for any z.
    public static double of(double z) {
        return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
    }

    @Override
    public String name() {
        return "softplus";
    }

    @Override
    public double value(double z) {
        return of(z);
    }

    @Override
    public double derivative(double z) {
        return Sigmoid.of(z);
    }

    @Override
    public boolean readsInput() {
        return true;
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        Kernels.best().softplus(z, zOffset, a, aOffset, length);
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        Kernels.best().softplusGradient(saved, savedOffset, delta, deltaOffset, length);
    }
}
