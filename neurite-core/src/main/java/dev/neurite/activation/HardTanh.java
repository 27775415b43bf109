package dev.neurite.activation;

/// `f(z) = min(max(z, −1), 1)`, a [Tanh] of three lines, with derivative 0 at ±1. Collobert 2004.
public record HardTanh() implements Activation {
    @Override
    public String name() {
        return "hardtanh";
    }

    @Override
    public double value(double z) {
        return Math.clamp(z, -1, 1);
    }

    @Override
    public double derivative(double z) {
        return z > -1 && z < 1 ? 1 : 0;
    }

    @Override
    public boolean readsInput() {
        return false;
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        System.arraycopy(z, zOffset, a, aOffset, length);
        for (int i = aOffset; i < aOffset + length; i++) {
            a[i] = Math.min(Math.max(a[i], -1), 1);
        }
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        for (int i = 0; i < length; i++) {
            delta[deltaOffset + i] *= Slices.between(saved[savedOffset + i], -1, 1);
        }
        Slices.flush(delta, deltaOffset, length);
    }
}
