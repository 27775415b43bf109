package dev.neurite.kernels;

import static dev.neurite.kernels.Simd.FLOATS;
import static jdk.incubator.vector.FloatVector.broadcast;

import jdk.incubator.vector.FloatVector;

/// Multiply-adds that touch no memory.
final class VectorPeak {
    /// Independent chains: more than the latency of a multiply-add times how many start in a cycle, and few enough
    /// for 16 registers.
    static final int CHAINS = 12;

    private VectorPeak() {}

    static void multiplyAdd(int rounds, float[] sink) {
        FloatVector x = broadcast(FLOATS, 0.5f);
        FloatVector y = broadcast(FLOATS, 0.25f);
        FloatVector s0 = broadcast(FLOATS, 0f);
        FloatVector s1 = broadcast(FLOATS, 1f);
        FloatVector s2 = broadcast(FLOATS, 2f);
        FloatVector s3 = broadcast(FLOATS, 3f);
        FloatVector s4 = broadcast(FLOATS, 4f);
        FloatVector s5 = broadcast(FLOATS, 5f);
        FloatVector s6 = broadcast(FLOATS, 6f);
        FloatVector s7 = broadcast(FLOATS, 7f);
        FloatVector s8 = broadcast(FLOATS, 8f);
        FloatVector s9 = broadcast(FLOATS, 9f);
        FloatVector s10 = broadcast(FLOATS, 10f);
        FloatVector s11 = broadcast(FLOATS, 11f);
        for (int i = 0; i < rounds; i++) {
            s0 = x.fma(y, s0);
            s1 = x.fma(y, s1);
            s2 = x.fma(y, s2);
            s3 = x.fma(y, s3);
            s4 = x.fma(y, s4);
            s5 = x.fma(y, s5);
            s6 = x.fma(y, s6);
            s7 = x.fma(y, s7);
            s8 = x.fma(y, s8);
            s9 = x.fma(y, s9);
            s10 = x.fma(y, s10);
            s11 = x.fma(y, s11);
        }
        FloatVector first = s0.add(s1).add(s2).add(s3).add(s4).add(s5);
        first.add(s6).add(s7).add(s8).add(s9).add(s10).add(s11).intoArray(sink, 0);
    }
}
