package dev.neurite.kernels;

import static dev.neurite.kernels.Simd.all;
import static dev.neurite.kernels.Simd.load;
import static dev.neurite.kernels.VectorMath.flush;

import jdk.incubator.vector.FloatVector;

/// Parameter updates on whole vectors; each returns the index it has reached, where the scalar twin goes on.
final class VectorUpdates {
    private VectorUpdates() {}

    static int descend(float[] p, float[] g, int from, int to, float rate, float decay) {
        int i = from;
        for (; i <= to - Simd.LENGTH; i += Simd.LENGTH) {
            FloatVector parameter = load(p, i);
            FloatVector gradient = all(decay).fma(parameter, load(g, i));
            all(-rate).fma(gradient, parameter).intoArray(p, i);
        }
        return i;
    }

    static int momentum(
            float[] p,
            float[] g,
            float[] velocity,
            int from,
            int to,
            float rate,
            float momentum,
            float share,
            float decay) {
        int i = from;
        for (; i <= to - Simd.LENGTH; i += Simd.LENGTH) {
            FloatVector parameter = load(p, i);
            FloatVector gradient = all(decay).fma(parameter, load(g, i));
            FloatVector v = flush(all(momentum).fma(load(velocity, i), gradient.mul(share)));
            v.intoArray(velocity, i);
            all(-rate).fma(v, parameter).intoArray(p, i);
        }
        return i;
    }

    static int nesterov(
            float[] p,
            float[] g,
            float[] velocity,
            int from,
            int to,
            float rate,
            float momentum,
            float share,
            float decay) {
        int i = from;
        for (; i <= to - Simd.LENGTH; i += Simd.LENGTH) {
            FloatVector parameter = load(p, i);
            FloatVector gradient = all(decay).fma(parameter, load(g, i));
            FloatVector v = flush(all(momentum).fma(load(velocity, i), gradient.mul(share)));
            v.intoArray(velocity, i);
            all(-rate).fma(all(momentum).fma(v, gradient), parameter).intoArray(p, i);
        }
        return i;
    }

    static int adam(float[] p, float[] g, float[] first, float[] second, int from, int to, AdamStep step) {
        int i = from;
        for (; i <= to - Simd.LENGTH; i += Simd.LENGTH) {
            FloatVector parameter = load(p, i);
            FloatVector gradient = all(step.coupledDecay).fma(parameter, load(g, i));
            FloatVector m = flush(all(step.beta1).fma(load(first, i), gradient.mul(step.oneMinusBeta1)));
            FloatVector square = gradient.mul(gradient).mul(step.oneMinusBeta2);
            FloatVector v = flush(all(step.beta2).fma(load(second, i), square));
            m.intoArray(first, i);
            v.intoArray(second, i);
            FloatVector root = v.sqrt().fma(all(step.inverseRootCorrection2), all(step.epsilon));
            all(-step.stepSize).fma(m.div(root), parameter.mul(step.keep)).intoArray(p, i);
        }
        return i;
    }
}
