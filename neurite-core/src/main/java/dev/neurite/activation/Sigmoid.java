package dev.neurite.activation;

import dev.neurite.kernels.Kernels;

/// `f(z) = 1 / (1 + exp(−z))`. Rumelhart, Hinton and Williams 1986, "Learning representations by back-propagating
/// errors", equation 2.
public record Sigmoid() implements Activation {
    /// The function for one number, without overflow for any z.
    public static double of(double z) {
        double e = StrictMath.exp(-Math.abs(z));
        return z >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    @Override
    public String name() {
        return "sigmoid";
    }

    @Override
    public double value(double z) {
        return of(z);
    }

    @Override
    public double derivative(double z) {
        return of(z) * of(-z);
    }

    @Override
    public boolean readsInput() {
        return false;
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        Kernels.best().sigmoid(z, zOffset, a, aOffset, length);
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        Kernels.best().sigmoidGradient(saved, savedOffset, delta, deltaOffset, length);
    }
}
