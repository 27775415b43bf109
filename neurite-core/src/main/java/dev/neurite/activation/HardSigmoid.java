package dev.neurite.activation;

/// `f(z) = min(max(z/6 + ½, 0), 1)`, a [Sigmoid] of three lines, with derivative 0 at ±3.
/// Courbariaux, Bengio, David 2015, with the slope 1/6 of Howard et al. 2019.
public record HardSigmoid() implements Activation {
    static final float SLOPE = 1 / 6f;

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
        System.arraycopy(z, zOffset, a, aOffset, length);
        for (int i = aOffset; i < aOffset + length; i++) {
            a[i] = Math.min(Math.max(a[i] * SLOPE + 0.5f, 0), 1);
        }
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        for (int i = 0; i < length; i++) {
            delta[deltaOffset + i] *= Slices.between(saved[savedOffset + i], 0, 1) * SLOPE;
        }
        Slices.flush(delta, deltaOffset, length);
    }
}
