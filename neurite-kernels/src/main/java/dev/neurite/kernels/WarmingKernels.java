package dev.neurite.kernels;

/// The vector kernels, each loop behind its scalar twin until it is compiled; see [WarmUp].
final class WarmingKernels implements Kernels {
    static final WarmingKernels INSTANCE = new WarmingKernels();

    /// Multiply-adds of a product that take as long as one element of another loop.
    private static final int PRODUCTS_PER_ELEMENT = 32;

    private WarmingKernels() {}

    private static Kernels kernels(Loop loop, long work) {
        return loop.isWarm(work) ? VectorKernels.INSTANCE : ScalarKernels.INSTANCE;
    }

    /// The inner loops for a product: vector ones once those of its kind are compiled.
    static Tiles tiles(Product product) {
        if (product.isCompact()) {
            return ScalarTiles.INSTANCE;
        }
        return Tiles.of(kernels(product.vectorLoop(), product.work() / PRODUCTS_PER_ELEMENT));
    }

    @Override
    public String description() {
        return VectorKernels.INSTANCE.description();
    }

    @Override
    public void add(float[] x, int xOffset, float[] y, int yOffset, int length) {
        kernels(Loop.ADD, length).add(x, xOffset, y, yOffset, length);
    }

    @Override
    public void relu(float[] x, int xOffset, float[] y, int yOffset, int length) {
        kernels(Loop.RELU, length).relu(x, xOffset, y, yOffset, length);
    }

    @Override
    public void leakyRelu(float[] x, int xOffset, float[] y, int yOffset, int length, float slope) {
        kernels(Loop.LEAKY_RELU, length).leakyRelu(x, xOffset, y, yOffset, length, slope);
    }

    @Override
    public void elu(float[] x, int xOffset, float[] y, int yOffset, int length, float alpha) {
        kernels(Loop.ELU, length).elu(x, xOffset, y, yOffset, length, alpha);
    }

    @Override
    public void selu(float[] x, int xOffset, float[] y, int yOffset, int length) {
        kernels(Loop.SELU, length).selu(x, xOffset, y, yOffset, length);
    }

    @Override
    public void gelu(float[] x, int xOffset, float[] y, int yOffset, int length) {
        kernels(Loop.GELU, length).gelu(x, xOffset, y, yOffset, length);
    }

    @Override
    public void silu(float[] x, int xOffset, float[] y, int yOffset, int length) {
        kernels(Loop.SILU, length).silu(x, xOffset, y, yOffset, length);
    }

    @Override
    public void geluTanh(float[] x, int xOffset, float[] y, int yOffset, int length) {
        kernels(Loop.GELU_TANH, length).geluTanh(x, xOffset, y, yOffset, length);
    }

    @Override
    public void mish(float[] x, int xOffset, float[] y, int yOffset, int length) {
        kernels(Loop.MISH, length).mish(x, xOffset, y, yOffset, length);
    }

    @Override
    public void softplus(float[] x, int xOffset, float[] y, int yOffset, int length) {
        kernels(Loop.SOFTPLUS, length).softplus(x, xOffset, y, yOffset, length);
    }

    @Override
    public void tanh(float[] x, int xOffset, float[] y, int yOffset, int length) {
        kernels(Loop.TANH, length).tanh(x, xOffset, y, yOffset, length);
    }

    @Override
    public void sigmoid(float[] x, int xOffset, float[] y, int yOffset, int length) {
        kernels(Loop.SIGMOID, length).sigmoid(x, xOffset, y, yOffset, length);
    }

    @Override
    public void exp(float[] x, int xOffset, float[] y, int yOffset, int length) {
        kernels(Loop.EXP, length).exp(x, xOffset, y, yOffset, length);
    }

    @Override
    public void log(float[] x, int xOffset, float[] y, int yOffset, int length) {
        kernels(Loop.LOG, length).log(x, xOffset, y, yOffset, length);
    }

    @Override
    public void erf(float[] x, int xOffset, float[] y, int yOffset, int length) {
        kernels(Loop.ERF, length).erf(x, xOffset, y, yOffset, length);
    }

    @Override
    public void reluGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length) {
        kernels(Loop.RELU_GRADIENT, length).reluGradient(y, yOffset, delta, deltaOffset, length);
    }

    @Override
    public void leakyReluGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length, float slope) {
        kernels(Loop.LEAKY_RELU_GRADIENT, length).leakyReluGradient(y, yOffset, delta, deltaOffset, length, slope);
    }

    @Override
    public void eluGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length, float alpha) {
        kernels(Loop.ELU_GRADIENT, length).eluGradient(y, yOffset, delta, deltaOffset, length, alpha);
    }

    @Override
    public void seluGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length) {
        kernels(Loop.SELU_GRADIENT, length).seluGradient(y, yOffset, delta, deltaOffset, length);
    }

    @Override
    public void geluGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length) {
        kernels(Loop.GELU_GRADIENT, length).geluGradient(z, zOffset, delta, deltaOffset, length);
    }

    @Override
    public void siluGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length) {
        kernels(Loop.SILU_GRADIENT, length).siluGradient(z, zOffset, delta, deltaOffset, length);
    }

    @Override
    public void geluTanhGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length) {
        kernels(Loop.GELU_TANH_GRADIENT, length).geluTanhGradient(z, zOffset, delta, deltaOffset, length);
    }

    @Override
    public void mishGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length) {
        kernels(Loop.MISH_GRADIENT, length).mishGradient(z, zOffset, delta, deltaOffset, length);
    }

    @Override
    public void softplusGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length) {
        kernels(Loop.SOFTPLUS_GRADIENT, length).softplusGradient(z, zOffset, delta, deltaOffset, length);
    }

    @Override
    public void logSigmoidGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length) {
        kernels(Loop.LOG_SIGMOID_GRADIENT, length).logSigmoidGradient(y, yOffset, delta, deltaOffset, length);
    }

    @Override
    public void tanhGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length) {
        kernels(Loop.TANH_GRADIENT, length).tanhGradient(y, yOffset, delta, deltaOffset, length);
    }

    @Override
    public void sigmoidGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length) {
        kernels(Loop.SIGMOID_GRADIENT, length).sigmoidGradient(y, yOffset, delta, deltaOffset, length);
    }

    @Override
    public void columnSums(int rows, Matrix x, float[] sums, int offset) {
        kernels(Loop.COLUMN_SUMS, (long) rows * x.columns()).columnSums(rows, x, sums, offset);
    }

    @Override
    public void dropout(
            float[] x,
            int xOffset,
            float[] y,
            int yOffset,
            int length,
            int key0,
            int key1,
            int counter,
            int threshold,
            float scale) {
        kernels(Loop.DROPOUT, length).dropout(x, xOffset, y, yOffset, length, key0, key1, counter, threshold, scale);
    }

    @Override
    public void sgd(
            float[] parameters,
            float[] gradients,
            float[] velocity,
            int from,
            int to,
            float learningRate,
            float momentum,
            float dampening,
            boolean nesterov,
            float weightDecay,
            boolean firstStep) {
        kernels(Loop.SGD, to - from)
                .sgd(
                        parameters,
                        gradients,
                        velocity,
                        from,
                        to,
                        learningRate,
                        momentum,
                        dampening,
                        nesterov,
                        weightDecay,
                        firstStep);
    }

    @Override
    public void adam(
            float[] parameters,
            float[] gradients,
            float[] firstMoments,
            float[] secondMoments,
            int from,
            int to,
            AdamStep step) {
        kernels(Loop.ADAM, to - from).adam(parameters, gradients, firstMoments, secondMoments, from, to, step);
    }

    @Override
    public double sumOfSquares(float[] x, int offset, int length) {
        return kernels(Loop.SUM_OF_SQUARES, length).sumOfSquares(x, offset, length);
    }

    @Override
    public boolean allFinite(float[] x, int offset, int length) {
        return kernels(Loop.ALL_FINITE, length).allFinite(x, offset, length);
    }

    @Override
    public void scale(float[] x, int offset, int length, float factor) {
        kernels(Loop.SCALE, length).scale(x, offset, length, factor);
    }
}
