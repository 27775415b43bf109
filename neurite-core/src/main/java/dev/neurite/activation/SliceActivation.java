package dev.neurite.activation;

/// An activation given by two loops over slices.
record SliceActivation(String name, Slice function, Slice slope) implements Activation.Custom {
    /// The loop on one number, in float.
    @Override
    public double value(double z) {
        float[] number = {(float) z};
        function.apply(number, 0, number, 0, 1);
        return number[0];
    }

    /// The loop on one number, in float.
    @Override
    public double derivative(double z) {
        float[] number = {(float) z};
        float[] delta = {1};
        slope.apply(number, 0, delta, 0, 1);
        return delta[0];
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        function.apply(z, zOffset, a, aOffset, length);
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        slope.apply(saved, savedOffset, delta, deltaOffset, length);
    }
}
