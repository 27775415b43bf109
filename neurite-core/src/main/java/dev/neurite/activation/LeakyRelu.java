package dev.neurite.activation;

import dev.neurite.kernels.Kernels;

/// `f(z) = z` above 0, else `slope · z`; derivative `slope` at 0. Maas, Hannun, Ng 2013.
///
/// @param slope slope below 0, in [0, 1)
public record LeakyRelu(double slope) implements Activation {
    /// Checks the slope.
    public LeakyRelu {
        if (!(slope >= 0 && slope < 1)) {
            throw new IllegalArgumentException("LeakyRelu.slope must be in [0, 1), got " + slope);
        }
    }

    @Override
    public String name() {
        return "leakyrelu";
    }

    @Override
    public double value(double z) {
        return z > 0 ? z : slope * z;
    }

    @Override
    public double derivative(double z) {
        return z > 0 ? 1 : slope;
    }

    @Override
    public boolean readsInput() {
        return false;
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        Kernels.best().leakyRelu(z, zOffset, a, aOffset, length, (float) slope);
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        Kernels.best().leakyReluGradient(saved, savedOffset, delta, deltaOffset, length, (float) slope);
    }
}
