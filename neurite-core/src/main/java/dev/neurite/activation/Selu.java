package dev.neurite.activation;

import dev.neurite.kernels.Kernels;

/// `f(z) = λ·z` above 0, else `λ·α·(exp z − 1)`, which keeps mean 0 and variance 1 from layer to layer.
/// Klambauer et al. 2017, "Self-normalizing neural networks", with their α and λ.
public record Selu() implements Activation {
    /// α of the paper.
    public static final double ALPHA = 1.6732632423543772;

    /// λ of the paper.
    public static final double LAMBDA = 1.0507009873554805;

    @Override
    public String name() {
        return "selu";
    }

    @Override
    public double value(double z) {
        return z > 0 ? LAMBDA * z : LAMBDA * ALPHA * StrictMath.expm1(z);
    }

    @Override
    public double derivative(double z) {
        return z > 0 ? LAMBDA : LAMBDA * ALPHA * StrictMath.exp(z);
    }

    @Override
    public boolean readsInput() {
        return false;
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        Kernels.best().selu(z, zOffset, a, aOffset, length);
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        Kernels.best().seluGradient(saved, savedOffset, delta, deltaOffset, length);
    }
}
