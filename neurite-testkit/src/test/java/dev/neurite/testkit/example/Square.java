package dev.neurite.testkit.example;

import dev.neurite.activation.Activation;

/// `f(z) = max(z, 0)²`, with loops of its own: no call for each element. So et al. 2021, "Primer".
record Square() implements Activation.Custom {
    @Override
    public String name() {
        return "squaredrelu";
    }

    @Override
    public double value(double z) {
        double positive = Math.max(z, 0);
        return positive * positive;
    }

    @Override
    public double derivative(double z) {
        return 2 * Math.max(z, 0);
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        for (int i = 0; i < length; i++) {
            float positive = Math.max(z[zOffset + i], 0);
            a[aOffset + i] = positive * positive;
        }
    }

    @Override
    public void multiplyByDerivative(float[] z, int zOffset, float[] delta, int deltaOffset, int length) {
        for (int i = 0; i < length; i++) {
            delta[deltaOffset + i] *= 2 * Math.max(z[zOffset + i], 0);
        }
    }
}
