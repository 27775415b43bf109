package dev.neurite.activation;

/// `f(z) = min(max(z/6 + ½, 0), 1)`, a [Sigmoid] of three lines, with derivative 0 at ±3.
/// Courbariaux, Bengio, David 2015, with the slope 1/6 of Howard et al. 2019.
public record HardSigmoid() implements Activation {
    @Override
    public String name() {
        return "hardsigmoid";
    }

    @Override
    public double value(double z) {
        return Math.clamp(z / 6 + 0.5, 0, 1);
    }

    @Override
    public double derivative(double z) {
        return z > -3 && z < 3 ? 1.0 / 6 : 0;
    }

    @Override
    public boolean readsInput() {
        return false;
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        for (int i = 0; i < length; i++) {
            a[aOffset + i] = of(z[zOffset + i]);
        }
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        for (int i = 0; i < length; i++) {
            delta[deltaOffset + i] *= slope(saved[savedOffset + i]);
        }
        Slices.flush(delta, deltaOffset, length);
    }

    /// `f(z)` for one float.
    static float of(float z) {
        return Math.min(Math.max(z * (1 / 6f) + 0.5f, 0), 1);
    }

    /// `f′` from the output.
    static float slope(float a) {
        return Slices.between(a, 0, 1) * (1 / 6f);
    }
}
