package dev.neurite.kernels;

import static dev.neurite.kernels.Fma.fma;

import java.util.Arrays;

/// The reference: plain loops that anyone can read. The vector twin equals it bit for bit and calls it for its tails.
final class ScalarKernels implements Kernels {
    static final ScalarKernels INSTANCE = new ScalarKernels();

    /// Virtual width of reductions, the same at any SIMD width.
    private static final int LANES = 16;

    private ScalarKernels() {}

    @Override
    public String description() {
        return "scalar";
    }

    @Override
    public void add(float[] x, int xOffset, float[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            x[xOffset + i] += y[yOffset + i];
        }
    }

    @Override
    public void relu(float[] x, int xOffset, float[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            float value = x[xOffset + i];
            y[yOffset + i] = value <= 0f ? 0f : value;
        }
    }

    @Override
    public void leakyRelu(float[] x, int xOffset, float[] y, int yOffset, int length, float slope) {
        for (int i = 0; i < length; i++) {
            float value = x[xOffset + i];
            y[yOffset + i] = value > 0f ? value : slope * value;
        }
    }

    @Override
    public void elu(float[] x, int xOffset, float[] y, int yOffset, int length, float alpha) {
        for (int i = 0; i < length; i++) {
            float value = x[xOffset + i];
            y[yOffset + i] = value > 0f ? value : alpha * ScalarMath.expMinusOne(value);
        }
    }

    @Override
    public void selu(float[] x, int xOffset, float[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            float value = x[xOffset + i];
            y[yOffset + i] = value > 0f
                    ? ScalarMath.SELU_LAMBDA * value
                    : ScalarMath.SELU_LAMBDA_ALPHA * ScalarMath.expMinusOne(value);
        }
    }

    @Override
    public void gelu(float[] x, int xOffset, float[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = ScalarMath.gelu(x[xOffset + i]);
        }
    }

    @Override
    public void silu(float[] x, int xOffset, float[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = ScalarMath.silu(x[xOffset + i]);
        }
    }

    @Override
    public void geluTanh(float[] x, int xOffset, float[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = ScalarMath.geluTanh(x[xOffset + i]);
        }
    }

    @Override
    public void mish(float[] x, int xOffset, float[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = ScalarMath.mish(x[xOffset + i]);
        }
    }

    @Override
    public void softplus(float[] x, int xOffset, float[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = ScalarMath.softplus(x[xOffset + i]);
        }
    }

    @Override
    public void tanh(float[] x, int xOffset, float[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = ScalarMath.tanh(x[xOffset + i]);
        }
    }

    @Override
    public void sigmoid(float[] x, int xOffset, float[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = ScalarMath.sigmoid(x[xOffset + i]);
        }
    }

    @Override
    public void exp(float[] x, int xOffset, float[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = ScalarMath.exp(x[xOffset + i]);
        }
    }

    @Override
    public void log(float[] x, int xOffset, float[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = ScalarMath.log(x[xOffset + i]);
        }
    }

    @Override
    public void erf(float[] x, int xOffset, float[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = ScalarMath.erf(x[xOffset + i]);
        }
    }

    @Override
    public void reluGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length) {
        for (int i = 0; i < length; i++) {
            float value = y[yOffset + i] <= 0f ? 0f : delta[deltaOffset + i];
            delta[deltaOffset + i] = ScalarMath.flush(value);
        }
    }

    @Override
    public void leakyReluGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length, float slope) {
        for (int i = 0; i < length; i++) {
            multiply(delta, deltaOffset + i, y[yOffset + i] > 0f ? 1f : slope);
        }
    }

    @Override
    public void eluGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length, float alpha) {
        for (int i = 0; i < length; i++) {
            float value = y[yOffset + i];
            multiply(delta, deltaOffset + i, value > 0f ? 1f : value + alpha);
        }
    }

    @Override
    public void seluGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length) {
        for (int i = 0; i < length; i++) {
            float value = y[yOffset + i];
            multiply(
                    delta, deltaOffset + i, value > 0f ? ScalarMath.SELU_LAMBDA : value + ScalarMath.SELU_LAMBDA_ALPHA);
        }
    }

    @Override
    public void geluGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length) {
        for (int i = 0; i < length; i++) {
            multiply(delta, deltaOffset + i, ScalarMath.geluDerivative(z[zOffset + i]));
        }
    }

    @Override
    public void siluGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length) {
        for (int i = 0; i < length; i++) {
            multiply(delta, deltaOffset + i, ScalarMath.siluDerivative(z[zOffset + i]));
        }
    }

    @Override
    public void geluTanhGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length) {
        for (int i = 0; i < length; i++) {
            multiply(delta, deltaOffset + i, ScalarMath.geluTanhDerivative(z[zOffset + i]));
        }
    }

    @Override
    public void mishGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length) {
        for (int i = 0; i < length; i++) {
            multiply(delta, deltaOffset + i, ScalarMath.mishDerivative(z[zOffset + i]));
        }
    }

    @Override
    public void softplusGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length) {
        for (int i = 0; i < length; i++) {
            multiply(delta, deltaOffset + i, ScalarMath.sigmoid(z[zOffset + i]));
        }
    }

    @Override
    public void logSigmoidGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length) {
        for (int i = 0; i < length; i++) {
            multiply(delta, deltaOffset + i, -ScalarMath.expMinusOne(y[yOffset + i]));
        }
    }

    @Override
    public void tanhGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length) {
        for (int i = 0; i < length; i++) {
            float value = y[yOffset + i];
            multiply(delta, deltaOffset + i, fma(-value, value, 1f));
        }
    }

    @Override
    public void sigmoidGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length) {
        for (int i = 0; i < length; i++) {
            float value = y[yOffset + i];
            multiply(delta, deltaOffset + i, value * (1f - value));
        }
    }

    private static void multiply(float[] delta, int index, float derivative) {
        delta[index] = ScalarMath.flush(delta[index] * derivative);
    }

    @Override
    public void columnSums(int rows, Matrix x, float[] sums, int offset) {
        int columns = x.columns();
        Arrays.fill(sums, offset, offset + Matrix.paddedStride(columns), 0f);
        for (int i = 0; i < rows; i++) {
            int row = x.offset() + i * x.stride();
            for (int j = 0; j < columns; j++) {
                sums[offset + j] += x.data()[row + j];
            }
        }
    }

    /// The sums of a matrix without padding, one after the other.
    static void compactColumnSums(int rows, Matrix x, float[] sums, int offset) {
        Arrays.fill(sums, offset, offset + Matrix.paddedStride(x.columns()), 0f);
        for (int j = 0; j < x.columns(); j++) {
            float sum = 0f;
            for (int i = 0; i < rows; i++) {
                sum += x.data()[x.offset() + i * x.stride() + j];
            }
            sums[offset + j] = sum;
        }
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
        for (int i = 0; i < length; i++) {
            boolean keep = ScalarMath.hash(key0, key1, counter + i) >>> 8 >= threshold;
            y[yOffset + i] = keep ? x[xOffset + i] * scale : 0f;
        }
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
        if (momentum == 0f) {
            for (int i = from; i < to; i++) {
                float g = fma(weightDecay, parameters[i], gradients[i]);
                parameters[i] = fma(-learningRate, g, parameters[i]);
            }
            return;
        }
        float share = firstStep ? 1f : 1f - dampening;
        if (firstStep) {
            Arrays.fill(velocity, from, to, 0f);
        }
        for (int i = from; i < to; i++) {
            float g = fma(weightDecay, parameters[i], gradients[i]);
            float v = ScalarMath.flush(fma(momentum, velocity[i], share * g));
            velocity[i] = v;
            parameters[i] = fma(-learningRate, nesterov ? fma(momentum, v, g) : v, parameters[i]);
        }
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
        for (int i = from; i < to; i++) {
            float g = fma(step.coupledDecay, parameters[i], gradients[i]);
            float m = ScalarMath.flush(fma(step.beta1, firstMoments[i], step.oneMinusBeta1 * g));
            float v = ScalarMath.flush(fma(step.beta2, secondMoments[i], step.oneMinusBeta2 * (g * g)));
            firstMoments[i] = m;
            secondMoments[i] = v;
            float root = fma((float) Math.sqrt(v), step.inverseRootCorrection2, step.epsilon);
            parameters[i] = fma(-step.stepSize, m / root, parameters[i] * step.keep);
        }
    }

    @Override
    public double sumOfSquares(float[] x, int offset, int length) {
        double even = fourLanes(x, offset, length, 0) + fourLanes(x, offset, length, 2);
        double odd = fourLanes(x, offset, length, 1) + fourLanes(x, offset, length, 3);
        return even + odd;
    }

    /// Lanes j, j+4, j+8 and j+12 of the 16, added as the tree of all of them does.
    private static double fourLanes(float[] x, int offset, int length, int lane) {
        double s0 = 0;
        double s4 = 0;
        double s8 = 0;
        double s12 = 0;
        int bound = length - length % LANES;
        for (int i = offset + lane; i < offset + bound; i += LANES) {
            s0 += square(x[i]);
            s4 += square(x[i + 4]);
            s8 += square(x[i + 8]);
            s12 += square(x[i + 12]);
        }
        int tail = offset + bound;
        int end = offset + length;
        s0 += tail + lane < end ? square(x[tail + lane]) : 0;
        s4 += tail + lane + 4 < end ? square(x[tail + lane + 4]) : 0;
        s8 += tail + lane + 8 < end ? square(x[tail + lane + 8]) : 0;
        s12 += tail + lane + 12 < end ? square(x[tail + lane + 12]) : 0;
        return (s0 + s8) + (s4 + s12);
    }

    /// Exact: a product of two floats fits into a double.
    private static double square(float x) {
        return (double) x * x;
    }

    @Override
    public boolean allFinite(float[] x, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (!Float.isFinite(x[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void scale(float[] x, int offset, int length, float factor) {
        for (int i = offset; i < offset + length; i++) {
            x[i] *= factor;
        }
    }
}
