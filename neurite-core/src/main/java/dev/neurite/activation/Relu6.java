package dev.neurite.activation;

/// `f(z) = min(max(z, 0), 6)`, with derivative 0 at 0 and 6. Krizhevsky 2010, "Convolutional deep belief networks
/// on CIFAR-10".
public record Relu6() implements Activation {
    @Override
    public String name() {
        return "relu6";
    }

    @Override
    public double value(double z) {
        return Math.clamp(z, 0, 6);
    }

    @Override
    public double derivative(double z) {
        return z > 0 && z < 6 ? 1 : 0;
    }

    @Override
    public boolean readsInput() {
        return false;
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        System.arraycopy(z, zOffset, a, aOffset, length);
        for (int i = aOffset; i < aOffset + length; i++) {
            a[i] = Math.min(Math.max(a[i], 0), 6);
        }
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        for (int i = 0; i < length; i++) {
            delta[deltaOffset + i] *= Slices.between(saved[savedOffset + i], 0, 6);
        }
        Slices.flush(delta, deltaOffset, length);
    }
}
