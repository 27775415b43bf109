package dev.neurite.activation;

import dev.neurite.kernels.Kernels;

/// `f(z) = z` above 0, else `alpha · (exp z − 1)`. Clevert, Unterthiner, Hochreiter 2016.
///
/// @param alpha minus the limit at −∞, positive
public record Elu(double alpha) implements Activation {
    /// Checks alpha.
    public Elu {
        if (!((float) alpha >= Float.MIN_NORMAL && (float) alpha < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Elu.alpha must be positive, finite and normal as a float, got " + alpha);
        }
    }

    @Override
    public String name() {
        return "elu";
    }

    @Override
    public double value(double z) {
        return z > 0 ? z : alpha * StrictMath.expm1(z);
    }

    @Override
    public double derivative(double z) {
        return z > 0 ? 1 : alpha * StrictMath.exp(z);
    }

    @Override
    public boolean readsInput() {
        return false;
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        Kernels.best().elu(z, zOffset, a, aOffset, length, (float) alpha);
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        Kernels.best().eluGradient(saved, savedOffset, delta, deltaOffset, length, (float) alpha);
    }
}
