package dev.neurite.activation;

/// `f(z) = z / (1 + |z|)`. Bergstra et al. 2009; Glorot and Bengio 2010.
public record Softsign() implements Activation {
    @Override
    public String name() {
        return "softsign";
    }

    @Override
    public double value(double z) {
        return z / (1 + Math.abs(z));
    }

    @Override
    public double derivative(double z) {
        return 1 / ((1 + Math.abs(z)) * (1 + Math.abs(z)));
    }

    @Override
    public boolean readsInput() {
        return true;
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        System.arraycopy(z, zOffset, a, aOffset, length);
        for (int i = aOffset; i < aOffset + length; i++) {
            a[i] /= 1 + Math.abs(a[i]);
        }
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        for (int i = 0; i < length; i++) {
            float sum = 1 + Math.abs(saved[savedOffset + i]);
            delta[deltaOffset + i] /= sum * sum;
        }
        Slices.flush(delta, deltaOffset, length);
    }
}
