package dev.neurite.kernels;

import static dev.neurite.kernels.ScalarMath.*;
import static dev.neurite.kernels.Simd.all;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
/// [ScalarMath] on all lanes of a vector: the same operations in the same order.

final class VectorMath {
    private static final int SIGN = 0x80000000;

    private VectorMath() {}

    static FloatVector exp(FloatVector x) {
        FloatVector shifted = x.fma(all(LOG2_E), all(ROUND));
        FloatVector n = shifted.sub(ROUND);
        FloatVector r = n.fma(all(-LN2_LOW), n.fma(all(-LN2), x));
        FloatVector half = powerOfTwo(shifted.reinterpretAsInts().sub(1));
        FloatVector y = r.mul(r).fma(expTail(r), r).add(1f).mul(half).mul(2f);
        return y.blend(0f, x.compare(LT, EXP_LOW)).blend(Float.POSITIVE_INFINITY, x.compare(GT, EXP_HIGH));
    }

    static FloatVector expMinusOne(FloatVector x) {
        FloatVector clamped = x.blend(EXPM1_LOW, x.compare(LT, EXPM1_LOW));
        FloatVector shifted = clamped.fma(all(LOG2_E), all(ROUND));
        FloatVector n = shifted.sub(ROUND);
        FloatVector r = n.fma(all(-LN2_LOW), n.fma(all(-LN2), clamped));
        FloatVector power = powerOfTwo(shifted.reinterpretAsInts());
        return r.mul(r).fma(expTail(r), r).fma(power, power.sub(1f));
    }

    private static FloatVector expTail(FloatVector r) {
        return all(EXP_6)
                .fma(r, all(EXP_5))
                .fma(r, all(EXP_4))
                .fma(r, all(EXP_3))
                .fma(r, all(EXP_2));
    }

    private static FloatVector powerOfTwo(IntVector bits) {
        return bits.lanewise(LSHL, EXPONENT_BITS).add(0x3f800000).reinterpretAsFloats();
    }

    static FloatVector log(FloatVector x) {
        VectorMask<Float> small = x.compare(LT, Float.MIN_NORMAL);
        IntVector bits = x.blend(x.mul(0x1p23f), small).reinterpretAsInts();
        IntVector exponent = bits.sub(TWO_THIRDS).lanewise(ASHR, EXPONENT_BITS);
        FloatVector e = ((FloatVector) exponent.convert(I2F, 0)).sub(all(0f).blend(23f, small));
        FloatVector f = bits.sub(exponent.lanewise(LSHL, EXPONENT_BITS))
                .reinterpretAsFloats()
                .sub(1f);
        FloatVector y = e.fma(all(LN2), logOnePlus(f));
        return x.blend(y, x.compare(LT, Float.POSITIVE_INFINITY))
                .blend(Float.NaN, x.compare(LT, 0f))
                .blend(Float.NEGATIVE_INFINITY, x.compare(EQ, 0f));
    }

    private static FloatVector logOnePlus(FloatVector f) {
        FloatVector p = all(LOG_10)
                .fma(f, all(LOG_9))
                .fma(f, all(LOG_8))
                .fma(f, all(LOG_7))
                .fma(f, all(LOG_6))
                .fma(f, all(LOG_5))
                .fma(f, all(LOG_4))
                .fma(f, all(LOG_3))
                .fma(f, all(LOG_2));
        return f.mul(f).fma(p, f);
    }

    static FloatVector erf(FloatVector x) {
        FloatVector magnitude = x.abs();
        FloatVector a = magnitude.blend(ERF_ONE, magnitude.compare(GT, ERF_ONE));
        FloatVector s = a.mul(a);
        FloatVector small = all(ERF_12)
                .fma(s, all(ERF_10))
                .fma(s, all(ERF_8))
                .fma(s, all(ERF_6))
                .fma(s, all(ERF_4))
                .fma(s, all(ERF_2))
                .fma(s, all(ERF_0))
                .fma(a, a);
        FloatVector q = all(ERFC_6)
                .fma(a, all(ERFC_5))
                .fma(a, all(ERFC_4))
                .fma(a, all(ERFC_3))
                .fma(a, all(ERFC_2))
                .fma(a, all(ERFC_1))
                .fma(a, all(ERFC_0));
        FloatVector large = all(1f).sub(exp(q));
        return withSign(large.blend(small, a.compare(LT, 1f)), x);
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector magnitude = x.abs();
        FloatVector a = magnitude.blend(TANH_ONE, magnitude.compare(GT, TANH_ONE));
        FloatVector e = expMinusOne(a.add(a));
        return withSign(e.div(e.add(2f)), x);
    }

    /// The magnitude of `x`, which is not negative, with the sign of `sign`.
    private static FloatVector withSign(FloatVector x, FloatVector sign) {
        return x.reinterpretAsInts().or(sign.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();
    }

    static FloatVector sigmoid(FloatVector x) {
        FloatVector y = all(1f).div(exp(x.neg()).add(1f));
        return y.blend(0f, x.compare(LT, EXP_LOW));
    }

    static FloatVector softplus(FloatVector x) {
        FloatVector u = exp(x.abs().neg());
        VectorMask<Float> large = u.compare(GT, 0.33333334f);
        FloatVector f = u.blend(u.fma(all(0.5f), all(-0.5f)), large);
        FloatVector logarithm = logOnePlus(f).add(all(0f).blend(LN2, large));
        return x.blend(0f, x.compare(LE, 0f)).add(logarithm);
    }

    static FloatVector silu(FloatVector x) {
        FloatVector z = x.blend(SILU_LOW, x.compare(LT, SILU_LOW));
        return z.mul(sigmoid(z));
    }

    static FloatVector siluDerivative(FloatVector x) {
        FloatVector z = clamp(x, -SILU_LOW);
        FloatVector s = sigmoid(z);
        return s.mul(z.fma(all(1f).sub(s), all(1f)));
    }

    static FloatVector gelu(FloatVector x) {
        FloatVector z = x.blend(-GELU_RANGE, x.compare(LT, -GELU_RANGE));
        return z.mul(normalDistribution(z));
    }

    static FloatVector geluDerivative(FloatVector x) {
        FloatVector z = clamp(x, GELU_RANGE);
        FloatVector density = exp(z.mul(z).mul(-0.5f)).mul(INVERSE_SQRT_2PI);
        return z.fma(density, normalDistribution(z));
    }

    private static FloatVector normalDistribution(FloatVector z) {
        return all(0.5f).fma(erf(z.mul(SQRT_HALF)), all(0.5f));
    }

    private static FloatVector clamp(FloatVector x, float range) {
        FloatVector below = x.blend(range, x.compare(GT, range));
        return below.blend(-range, below.compare(LT, -range));
    }

    static FloatVector flush(FloatVector x) {
        return x.blend(0f, x.abs().compare(LT, TINY));
    }

    static IntVector mix(IntVector x) {
        IntVector h = x.lanewise(XOR, x.lanewise(LSHR, 16)).mul(0x7feb352d);
        h = h.lanewise(XOR, h.lanewise(LSHR, 15)).mul(0x846ca68b);
        return h.lanewise(XOR, h.lanewise(LSHR, 16));
    }

    static IntVector hash(int key0, int key1, IntVector counter) {
        return mix(mix(counter.lanewise(XOR, key0)).lanewise(XOR, key1));
    }
}
