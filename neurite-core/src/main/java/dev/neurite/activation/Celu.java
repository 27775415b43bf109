package dev.neurite.activation;

import dev.neurite.kernels.Kernels;

/// `f(z) = z` above 0, else `alpha · (exp(z / alpha) − 1)`: an [Elu] whose derivative has no step at 0 for any alpha.
/// Barron 2017, "Continuously differentiable exponential linear units".
///
/// @param alpha minus the limit at −∞, positive
public record Celu(double alpha) implements Activation {
    /// Checks alpha.
    public Celu {
        if (!((float) alpha >= Float.MIN_NORMAL && (float) alpha < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Celu.alpha must be positive, finite and normal as a float, got " + alpha);
        }
    }

    @Override
    public String name() {
        return "celu";
    }

    @Override
    public double value(double z) {
        return z > 0 ? z : alpha * StrictMath.expm1(z / alpha);
    }

    @Override
    public double derivative(double z) {
        return z > 0 ? 1 : StrictMath.exp(z / alpha);
    }

    @Override
    public boolean readsInput() {
        return false;
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        Kernels.best().leakyRelu(z, zOffset, a, aOffset, length, (float) (1 / alpha));
        Kernels.best().elu(a, aOffset, a, aOffset, length, (float) alpha);
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        // alpha + a = alpha · exp(z / alpha)
        Kernels.best().eluGradient(saved, savedOffset, delta, deltaOffset, length, (float) alpha);
        Kernels.best().leakyReluGradient(saved, savedOffset, delta, deltaOffset, length, (float) (1 / alpha));
    }
}
