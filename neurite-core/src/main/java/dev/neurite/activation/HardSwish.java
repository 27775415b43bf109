package dev.neurite.activation;

/// `f(z) = z · min(max(z/6 + ½, 0), 1)`, a [Silu] with the [HardSigmoid], with derivative 0 at −3 and 1 at 3.
/// Howard et al. 2019, "Searching for MobileNetV3".
public record HardSwish() implements Activation {
    @Override
    public String name() {
        return "hardswish";
    }

    @Override
    public double value(double z) {
        return z * Math.clamp(z / 6 + 0.5, 0, 1);
    }

    @Override
    public double derivative(double z) {
        return z <= -3 ? 0 : z >= 3 ? 1 : z / 3 + 0.5;
    }

    @Override
    public boolean readsInput() {
        return true;
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        System.arraycopy(z, zOffset, a, aOffset, length);
        for (int i = aOffset; i < aOffset + length; i++) {
            float value = Math.max(a[i], -3); // so that −∞ gives 0
            a[i] = value * Math.min(value * HardSigmoid.SLOPE + 0.5f, 1);
        }
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        for (int i = 0; i < length; i++) {
            float value = Math.min(Math.max(saved[savedOffset + i], -3), 3);
            float hard = value * HardSigmoid.SLOPE + 0.5f;
            delta[deltaOffset + i] *= value * HardSigmoid.SLOPE * Slices.between(hard, 0, 1) + hard;
        }
        Slices.flush(delta, deltaOffset, length);
    }
}
