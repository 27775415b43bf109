package dev.neurite.kernels;

import static dev.neurite.kernels.ScalarMath.SELU_LAMBDA;
import static dev.neurite.kernels.ScalarMath.SELU_LAMBDA_ALPHA;
import static dev.neurite.kernels.Simd.FLOATS;
import static dev.neurite.kernels.Simd.INTS;
import static dev.neurite.kernels.Simd.LENGTH;
import static dev.neurite.kernels.VectorMath.flush;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHR;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/// The Vector API twin of [ScalarKernels]: whole vectors here, what remains there, the same bits.
final class VectorKernels implements Kernels {
    static final VectorKernels INSTANCE = new VectorKernels();

    private static final ScalarKernels SCALAR = ScalarKernels.INSTANCE;

    private VectorKernels() {}

    @Override
    public String description() {
        return "Vector API, " + Simd.BITS + " bits";
    }

    @Override
    public void add(float[] x, int xOffset, float[] y, int yOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            FloatVector v = fromArray(FLOATS, y, yOffset + i);
            fromArray(FLOATS, x, xOffset + i).add(v).intoArray(x, xOffset + i);
        }
        SCALAR.add(x, xOffset + i, y, yOffset + i, length - i);
    }

    @Override
    public void relu(float[] x, int xOffset, float[] y, int yOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            FloatVector v = fromArray(FLOATS, x, xOffset + i);
            v.blend(0f, v.compare(LE, 0f)).intoArray(y, yOffset + i);
        }
        SCALAR.relu(x, xOffset + i, y, yOffset + i, length - i);
    }

    @Override
    public void leakyRelu(float[] x, int xOffset, float[] y, int yOffset, int length, float slope) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            FloatVector v = fromArray(FLOATS, x, xOffset + i);
            v.mul(slope).blend(v, v.compare(GT, 0f)).intoArray(y, yOffset + i);
        }
        SCALAR.leakyRelu(x, xOffset + i, y, yOffset + i, length - i, slope);
    }

    @Override
    public void elu(float[] x, int xOffset, float[] y, int yOffset, int length, float alpha) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            FloatVector v = fromArray(FLOATS, x, xOffset + i);
            FloatVector low = VectorMath.expMinusOne(v).mul(alpha);
            low.blend(v, v.compare(GT, 0f)).intoArray(y, yOffset + i);
        }
        SCALAR.elu(x, xOffset + i, y, yOffset + i, length - i, alpha);
    }

    @Override
    public void selu(float[] x, int xOffset, float[] y, int yOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            FloatVector v = fromArray(FLOATS, x, xOffset + i);
            FloatVector low = VectorMath.expMinusOne(v).mul(SELU_LAMBDA_ALPHA);
            low.blend(v.mul(SELU_LAMBDA), v.compare(GT, 0f)).intoArray(y, yOffset + i);
        }
        SCALAR.selu(x, xOffset + i, y, yOffset + i, length - i);
    }

    @Override
    public void gelu(float[] x, int xOffset, float[] y, int yOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            VectorMath.gelu(fromArray(FLOATS, x, xOffset + i)).intoArray(y, yOffset + i);
        }
        SCALAR.gelu(x, xOffset + i, y, yOffset + i, length - i);
    }

    @Override
    public void silu(float[] x, int xOffset, float[] y, int yOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            VectorMath.silu(fromArray(FLOATS, x, xOffset + i)).intoArray(y, yOffset + i);
        }
        SCALAR.silu(x, xOffset + i, y, yOffset + i, length - i);
    }

    @Override
    public void geluTanh(float[] x, int xOffset, float[] y, int yOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            VectorMath.geluTanh(fromArray(FLOATS, x, xOffset + i)).intoArray(y, yOffset + i);
        }
        SCALAR.geluTanh(x, xOffset + i, y, yOffset + i, length - i);
    }

    @Override
    public void mish(float[] x, int xOffset, float[] y, int yOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            VectorMath.mish(fromArray(FLOATS, x, xOffset + i)).intoArray(y, yOffset + i);
        }
        SCALAR.mish(x, xOffset + i, y, yOffset + i, length - i);
    }

    @Override
    public void softplus(float[] x, int xOffset, float[] y, int yOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            VectorMath.softplus(fromArray(FLOATS, x, xOffset + i)).intoArray(y, yOffset + i);
        }
        SCALAR.softplus(x, xOffset + i, y, yOffset + i, length - i);
    }

    @Override
    public void tanh(float[] x, int xOffset, float[] y, int yOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            VectorMath.tanh(fromArray(FLOATS, x, xOffset + i)).intoArray(y, yOffset + i);
        }
        SCALAR.tanh(x, xOffset + i, y, yOffset + i, length - i);
    }

    @Override
    public void sigmoid(float[] x, int xOffset, float[] y, int yOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            VectorMath.sigmoid(fromArray(FLOATS, x, xOffset + i)).intoArray(y, yOffset + i);
        }
        SCALAR.sigmoid(x, xOffset + i, y, yOffset + i, length - i);
    }

    @Override
    public void exp(float[] x, int xOffset, float[] y, int yOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            VectorMath.exp(fromArray(FLOATS, x, xOffset + i)).intoArray(y, yOffset + i);
        }
        SCALAR.exp(x, xOffset + i, y, yOffset + i, length - i);
    }

    @Override
    public void log(float[] x, int xOffset, float[] y, int yOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            VectorMath.log(fromArray(FLOATS, x, xOffset + i)).intoArray(y, yOffset + i);
        }
        SCALAR.log(x, xOffset + i, y, yOffset + i, length - i);
    }

    @Override
    public void erf(float[] x, int xOffset, float[] y, int yOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            VectorMath.erf(fromArray(FLOATS, x, xOffset + i)).intoArray(y, yOffset + i);
        }
        SCALAR.erf(x, xOffset + i, y, yOffset + i, length - i);
    }

    @Override
    public void reluGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            FloatVector d = fromArray(FLOATS, delta, deltaOffset + i);
            d = d.blend(0f, fromArray(FLOATS, y, yOffset + i).compare(LE, 0f));
            flush(d).intoArray(delta, deltaOffset + i);
        }
        SCALAR.reluGradient(y, yOffset + i, delta, deltaOffset + i, length - i);
    }

    @Override
    public void leakyReluGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length, float slope) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            FloatVector v = fromArray(FLOATS, y, yOffset + i);
            multiply(delta, deltaOffset + i, broadcast(FLOATS, slope).blend(1f, v.compare(GT, 0f)));
        }
        SCALAR.leakyReluGradient(y, yOffset + i, delta, deltaOffset + i, length - i, slope);
    }

    @Override
    public void eluGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length, float alpha) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            FloatVector v = fromArray(FLOATS, y, yOffset + i);
            multiply(delta, deltaOffset + i, v.add(alpha).blend(1f, v.compare(GT, 0f)));
        }
        SCALAR.eluGradient(y, yOffset + i, delta, deltaOffset + i, length - i, alpha);
    }

    @Override
    public void seluGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            FloatVector v = fromArray(FLOATS, y, yOffset + i);
            FloatVector low = v.add(SELU_LAMBDA_ALPHA);
            multiply(delta, deltaOffset + i, low.blend(SELU_LAMBDA, v.compare(GT, 0f)));
        }
        SCALAR.seluGradient(y, yOffset + i, delta, deltaOffset + i, length - i);
    }

    @Override
    public void geluGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            multiply(delta, deltaOffset + i, VectorMath.geluDerivative(fromArray(FLOATS, z, zOffset + i)));
        }
        SCALAR.geluGradient(z, zOffset + i, delta, deltaOffset + i, length - i);
    }

    @Override
    public void siluGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            multiply(delta, deltaOffset + i, VectorMath.siluDerivative(fromArray(FLOATS, z, zOffset + i)));
        }
        SCALAR.siluGradient(z, zOffset + i, delta, deltaOffset + i, length - i);
    }

    @Override
    public void geluTanhGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            multiply(delta, deltaOffset + i, VectorMath.geluTanhDerivative(fromArray(FLOATS, z, zOffset + i)));
        }
        SCALAR.geluTanhGradient(z, zOffset + i, delta, deltaOffset + i, length - i);
    }

    @Override
    public void mishGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            multiply(delta, deltaOffset + i, VectorMath.mishDerivative(fromArray(FLOATS, z, zOffset + i)));
        }
        SCALAR.mishGradient(z, zOffset + i, delta, deltaOffset + i, length - i);
    }

    @Override
    public void softplusGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            multiply(delta, deltaOffset + i, VectorMath.sigmoid(fromArray(FLOATS, z, zOffset + i)));
        }
        SCALAR.softplusGradient(z, zOffset + i, delta, deltaOffset + i, length - i);
    }

    @Override
    public void logSigmoidGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            FloatVector v = fromArray(FLOATS, y, yOffset + i);
            multiply(delta, deltaOffset + i, VectorMath.expMinusOne(v).neg());
        }
        SCALAR.logSigmoidGradient(y, yOffset + i, delta, deltaOffset + i, length - i);
    }

    @Override
    public void tanhGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            FloatVector v = fromArray(FLOATS, y, yOffset + i);
            multiply(delta, deltaOffset + i, v.neg().fma(v, broadcast(FLOATS, 1f)));
        }
        SCALAR.tanhGradient(y, yOffset + i, delta, deltaOffset + i, length - i);
    }

    @Override
    public void sigmoidGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            FloatVector v = fromArray(FLOATS, y, yOffset + i);
            multiply(delta, deltaOffset + i, v.mul(broadcast(FLOATS, 1f).sub(v)));
        }
        SCALAR.sigmoidGradient(y, yOffset + i, delta, deltaOffset + i, length - i);
    }

    private static void multiply(float[] delta, int offset, FloatVector derivative) {
        flush(fromArray(FLOATS, delta, offset).mul(derivative)).intoArray(delta, offset);
    }

    @Override
    public void columnSums(int rows, Matrix x, float[] sums, int offset) {
        VectorReductions.columnSums(rows, x, sums, offset);
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
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            IntVector hash = VectorMath.hash(
                    key0, key1, IntVector.broadcast(INTS, counter + i).addIndex(1));
            VectorMask<Integer> keep = hash.lanewise(LSHR, 8).compare(GE, threshold);
            IntVector kept = fromArray(FLOATS, x, xOffset + i).mul(scale).reinterpretAsInts();
            IntVector.broadcast(INTS, 0).blend(kept, keep).reinterpretAsFloats().intoArray(y, yOffset + i);
        }
        SCALAR.dropout(x, xOffset + i, y, yOffset + i, length - i, key0, key1, counter + i, threshold, scale);
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
        int reached;
        float share = firstStep ? 1f : 1f - dampening;
        if (momentum == 0f) {
            reached = VectorUpdates.descend(parameters, gradients, from, to, learningRate, weightDecay);
        } else {
            if (firstStep) {
                Arrays.fill(velocity, from, to, 0f);
            }
            reached = nesterov
                    ? VectorUpdates.nesterov(
                            parameters, gradients, velocity, from, to, learningRate, momentum, share, weightDecay)
                    : VectorUpdates.momentum(
                            parameters, gradients, velocity, from, to, learningRate, momentum, share, weightDecay);
        }
        SCALAR.sgd(
                parameters,
                gradients,
                velocity,
                reached,
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
        int reached = VectorUpdates.adam(parameters, gradients, firstMoments, secondMoments, from, to, step);
        SCALAR.adam(parameters, gradients, firstMoments, secondMoments, reached, to, step);
    }

    @Override
    public double sumOfSquares(float[] x, int offset, int length) {
        return VectorReductions.sumOfSquares(x, offset, length);
    }

    @Override
    public boolean allFinite(float[] x, int offset, int length) {
        int whole = length - length % LENGTH;
        return VectorReductions.allFinite(x, offset, offset + whole)
                && SCALAR.allFinite(x, offset + whole, length - whole);
    }

    @Override
    public void scale(float[] x, int offset, int length, float factor) {
        int i = 0;
        for (; i <= length - LENGTH; i += LENGTH) {
            fromArray(FLOATS, x, offset + i).mul(factor).intoArray(x, offset + i);
        }
        SCALAR.scale(x, offset + i, length - i, factor);
    }
}
