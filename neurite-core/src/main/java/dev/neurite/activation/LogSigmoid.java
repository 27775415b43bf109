package dev.neurite.activation;

import dev.neurite.kernels.Kernels;

/// `f(z) = log(1 / (1 + exp(−z)))`, the logarithm of [Sigmoid]: minus the [Softplus] of −z.
/// `torch.nn.LogSigmoid`.
public record LogSigmoid() implements Activation {
    @Override
    public String name() {
        return "logsigmoid";
    }

    @Override
    public double value(double z) {
        return -Softplus.of(-z);
    }

    @Override
    public double derivative(double z) {
        return Sigmoid.of(-z);
    }

    @Override
    public boolean readsInput() {
        return false;
    }

    @Override
    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
        System.arraycopy(z, zOffset, a, aOffset, length);
        Kernels.best().scale(a, aOffset, length, -1);
        Kernels.best().softplus(a, aOffset, a, aOffset, length);
        Kernels.best().scale(a, aOffset, length, -1);
    }

    @Override
    public void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
        Kernels.best().logSigmoidGradient(saved, savedOffset, delta, deltaOffset, length);
    }
}
