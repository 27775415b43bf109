package dev.neurite.activation;

import dev.neurite.kernels.Kernels;

/// `f(z) = ½z · (1 + tanh(√(2/π) · (z + 0.044715 z³)))`, the approximation of [Gelu] by tanh.
/// Hendrycks and Gimpel 2016, section 2.
public record GeluTanh() implements Activation {
    private static final double ROOT = StrictMath.sqrt(2 / StrictMath.PI);
    private static final double CUBIC = 0.044715;

    /// What tanh is taken of; `½(1 + tanh v)` is the sigmoid of 2v.
    private static double argument(double z) {
        return ROOT * (z + CUBIC * z * z * z);
    }

    @Override
    public String name() {
        return "gelutanh";
    }

    @Override
    public double value(double z) {
        return z * Sigmoid.of(2 * argument(z));
    }

    @Override
    public double derivative(double z) {
        double s = Sigmoid.of(2 * argument(z));
        // the sigmoid of a large argument is constant, whatever the slope of that argument
        double product = s * Sigmoid.of(-2 * argument(z));
        return product == 0 ? s : s + z * product * 2 * ROOT * (1 + 3 * CUBIC * z * z);
    }

    @Override
    public boolean readsInput() {
        return true;
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        Kernels.best().geluTanh(z, zOffset, a, aOffset, length);
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        Kernels.best().geluTanhGradient(saved, savedOffset, delta, deltaOffset, length);
    }
}
