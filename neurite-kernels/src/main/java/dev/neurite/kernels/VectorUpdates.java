package dev.neurite.kernels;

import static dev.neurite.kernels.Simd.FLOATS;
import static dev.neurite.kernels.VectorMath.flush;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/// Parameter updates on whole vectors; each returns the index it has reached, where the scalar twin goes on.
final class VectorUpdates {
    private VectorUpdates() {}

    static int descend(float[] p, float[] g, int from, int to, float rate, float decay) {
        int i = from;
        for (; i <= to - Simd.LENGTH; i += Simd.LENGTH) {
            FloatVector parameter = fromArray(FLOATS, p, i);
            FloatVector gradient = broadcast(FLOATS, decay).fma(parameter, fromArray(FLOATS, g, i));
            broadcast(FLOATS, -rate).fma(gradient, parameter).intoArray(p, i);
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
            FloatVector parameter = fromArray(FLOATS, p, i);
            FloatVector gradient = broadcast(FLOATS, decay).fma(parameter, fromArray(FLOATS, g, i));
            FloatVector v = flush(broadcast(FLOATS, momentum).fma(fromArray(FLOATS, velocity, i), gradient.mul(share)));
            v.intoArray(velocity, i);
            broadcast(FLOATS, -rate).fma(v, parameter).intoArray(p, i);
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
            FloatVector parameter = fromArray(FLOATS, p, i);
            FloatVector gradient = broadcast(FLOATS, decay).fma(parameter, fromArray(FLOATS, g, i));
            FloatVector v = flush(broadcast(FLOATS, momentum).fma(fromArray(FLOATS, velocity, i), gradient.mul(share)));
            v.intoArray(velocity, i);
            broadcast(FLOATS, -rate)
                    .fma(broadcast(FLOATS, momentum).fma(v, gradient), parameter)
                    .intoArray(p, i);
        }
        return i;
    }

    static int adam(float[] p, float[] g, float[] first, float[] second, int from, int to, AdamStep step) {
        int i = from;
        for (; i <= to - Simd.LENGTH; i += Simd.LENGTH) {
            FloatVector parameter = fromArray(FLOATS, p, i);
            FloatVector gradient = broadcast(FLOATS, step.coupledDecay).fma(parameter, fromArray(FLOATS, g, i));
            FloatVector m = flush(
                    broadcast(FLOATS, step.beta1).fma(fromArray(FLOATS, first, i), gradient.mul(step.oneMinusBeta1)));
            FloatVector square = gradient.mul(gradient).mul(step.oneMinusBeta2);
            FloatVector v = flush(broadcast(FLOATS, step.beta2).fma(fromArray(FLOATS, second, i), square));
            m.intoArray(first, i);
            v.intoArray(second, i);
            FloatVector root =
                    v.sqrt().fma(broadcast(FLOATS, step.inverseRootCorrection2), broadcast(FLOATS, step.epsilon));
            broadcast(FLOATS, -step.stepSize)
                    .fma(m.div(root), parameter.mul(step.keep))
                    .intoArray(p, i);
        }
        return i;
    }
}
