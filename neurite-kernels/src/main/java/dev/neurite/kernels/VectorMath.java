package dev.neurite.kernels;

import static dev.neurite.kernels.VectorConstants.*;
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
        FloatVector shifted = x.fma(LOG2_E, ROUND);
        FloatVector n = shifted.sub(ROUND);
        FloatVector r = n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2, x));
        IntVector half = shifted.reinterpretAsInts()
                .lanewise(LSHL, ScalarMath.EXPONENT_BITS)
                .add(ScalarMath.HALF_BITS);
        FloatVector y = r.mul(r)
                .fma(expTail(r), r)
                .add(ONE)
                .mul(half.reinterpretAsFloats())
                .mul(TWO);
        return y.blend(ZERO, x.compare(LT, EXP_LOW)).blend(INFINITY, x.compare(GT, EXP_HIGH));
    }

    private static FloatVector expInRange(FloatVector x) {
        FloatVector shifted = x.fma(LOG2_E, ROUND);
        FloatVector n = shifted.sub(ROUND);
        FloatVector r = n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2, x));
        return r.mul(r).fma(expTail(r), r).add(ONE).mul(powerOfTwo(shifted.reinterpretAsInts()));
    }

    static FloatVector expMinusOne(FloatVector x) {
        FloatVector clamped = x.blend(EXPM1_LOW, x.compare(LT, EXPM1_LOW));
        FloatVector shifted = clamped.fma(LOG2_E, ROUND);
        FloatVector n = shifted.sub(ROUND);
        FloatVector r = n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2, clamped));
        FloatVector power = powerOfTwo(shifted.reinterpretAsInts());
        return r.mul(r).fma(expTail(r), r).fma(power, power.sub(ONE));
    }

    private static FloatVector expTail(FloatVector r) {
        return EXP_6.fma(r, EXP_5).fma(r, EXP_4).fma(r, EXP_3).fma(r, EXP_2);
    }

    private static FloatVector powerOfTwo(IntVector bits) {
        return bits.lanewise(LSHL, ScalarMath.EXPONENT_BITS)
                .add(ScalarMath.ONE_BITS)
                .reinterpretAsFloats();
    }

    static FloatVector log(FloatVector x) {
        VectorMask<Float> small = x.compare(LT, SMALLEST_NORMAL);
        IntVector bits = x.blend(x.mul(TWO_TO_23), small).reinterpretAsInts();
        IntVector exponent = bits.sub(ScalarMath.TWO_THIRDS).lanewise(ASHR, ScalarMath.EXPONENT_BITS);
        FloatVector e = ((FloatVector) exponent.convert(I2F, 0)).sub(ZERO.blend(TWENTY_THREE, small));
        FloatVector f = bits.sub(exponent.lanewise(LSHL, ScalarMath.EXPONENT_BITS))
                .reinterpretAsFloats()
                .sub(ONE);
        FloatVector y = e.fma(LN2, logOnePlus(f));
        return x.blend(y, x.compare(LT, INFINITY))
                .blend(NAN, x.compare(LT, ZERO))
                .blend(MINUS_INFINITY, x.compare(EQ, ZERO));
    }

    private static FloatVector logOnePlus(FloatVector f) {
        FloatVector p = LOG_10.fma(f, LOG_9)
                .fma(f, LOG_8)
                .fma(f, LOG_7)
                .fma(f, LOG_6)
                .fma(f, LOG_5)
                .fma(f, LOG_4)
                .fma(f, LOG_3)
                .fma(f, LOG_2);
        return f.mul(f).fma(p, f);
    }

    static FloatVector erf(FloatVector x) {
        FloatVector a = x.abs().min(ERF_ONE);
        FloatVector s = a.mul(a);
        FloatVector small = ERF_12.fma(s, ERF_10)
                .fma(s, ERF_8)
                .fma(s, ERF_6)
                .fma(s, ERF_4)
                .fma(s, ERF_2)
                .fma(s, ERF_0)
                .fma(a, a);
        FloatVector q = ERFC_6.fma(a, ERFC_5)
                .fma(a, ERFC_4)
                .fma(a, ERFC_3)
                .fma(a, ERFC_2)
                .fma(a, ERFC_1)
                .fma(a, ERFC_0);
        FloatVector large = ONE.sub(expInRange(q));
        return withSign(large.blend(small, a.compare(LT, ONE)), x);
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector a = x.abs().min(TANH_ONE);
        FloatVector s = a.mul(a);
        FloatVector p = TANH_10.fma(s, TANH_8).fma(s, TANH_6).fma(s, TANH_4).fma(s, TANH_2);
        FloatVector small = p.mul(s).fma(a, a);
        FloatVector large = ONE.sub(TWO.div(expInRange(a.add(a)).add(ONE)));
        return withSign(large.blend(small, a.compare(LT, TANH_SMALL)), x);
    }

    /// The magnitude of `x`, which is not negative, with the sign of `sign`.
    private static FloatVector withSign(FloatVector x, FloatVector sign) {
        return x.reinterpretAsInts().or(sign.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();
    }

    static FloatVector sigmoid(FloatVector x) {
        FloatVector y = ONE.div(exp(x.neg()).add(ONE));
        return y.blend(ZERO, x.compare(LT, EXP_LOW));
    }

    static FloatVector softplus(FloatVector x) {
        FloatVector u = exp(x.abs().neg());
        VectorMask<Float> large = u.compare(GT, THIRD);
        FloatVector f = u.blend(u.fma(HALF, MINUS_HALF), large);
        FloatVector logarithm = logOnePlus(f).add(ZERO.blend(LN2, large));
        return x.blend(ZERO, x.compare(LE, ZERO)).add(logarithm);
    }

    static FloatVector silu(FloatVector x) {
        FloatVector z = x.blend(SILU_LOW, x.compare(LT, SILU_LOW));
        return z.mul(sigmoid(z));
    }

    static FloatVector siluDerivative(FloatVector x) {
        FloatVector z = x.min(SILU_HIGH).max(SILU_LOW);
        FloatVector s = sigmoid(z);
        return s.mul(z.fma(ONE.sub(s), ONE));
    }

    static FloatVector gelu(FloatVector x) {
        FloatVector z = x.blend(MINUS_GELU_RANGE, x.compare(LT, MINUS_GELU_RANGE));
        FloatVector m = magnitude(z);
        return z.mul(normalDistribution(z, m, gaussian(m)));
    }

    static FloatVector geluDerivative(FloatVector x) {
        FloatVector z = x.min(GELU_RANGE).max(MINUS_GELU_RANGE);
        FloatVector m = z.abs();
        FloatVector gaussian = gaussian(m);
        return z.fma(gaussian.mul(INVERSE_SQRT_2PI), normalDistribution(z, m, gaussian));
    }

    static FloatVector geluTanh(FloatVector x) {
        FloatVector z = x.blend(MINUS_GELU_RANGE, x.compare(LT, MINUS_GELU_RANGE));
        FloatVector bounded = z.min(GELU_RANGE);
        FloatVector factor = bounded.mul(bounded).fma(GELU_TANH_3, GELU_TANH_1);
        return z.mul(sigmoid(bounded.mul(factor)));
    }

    static FloatVector geluTanhDerivative(FloatVector x) {
        FloatVector z = x.min(GELU_RANGE).max(MINUS_GELU_RANGE);
        FloatVector square = z.mul(z);
        FloatVector s = sigmoid(z.mul(square.fma(GELU_TANH_3, GELU_TANH_1)));
        FloatVector slope = z.mul(square.fma(GELU_TANH_9, GELU_TANH_1));
        return s.mul(ONE.sub(s)).fma(slope, s);
    }

    static FloatVector mish(FloatVector x) {
        FloatVector z = x.blend(SILU_LOW, x.compare(LT, SILU_LOW));
        FloatVector u = exp(z.min(MISH_ONE));
        FloatVector n = u.mul(u.add(TWO));
        return z.mul(n.div(n.add(TWO)));
    }

    static FloatVector mishDerivative(FloatVector x) {
        FloatVector z = x.min(MISH_ONE).max(SILU_LOW);
        FloatVector u = exp(z);
        FloatVector n = u.mul(u.add(TWO));
        FloatVector m = n.add(TWO);
        FloatVector slope = z.mul(FOUR).mul(u.mul(u.add(ONE)));
        return n.add(slope.div(m)).div(m);
    }

    private static FloatVector magnitude(FloatVector x) {
        return x.abs().min(GELU_RANGE);
    }

    private static FloatVector gaussian(FloatVector m) {
        return expInRange(m.mul(m).mul(MINUS_HALF));
    }

    private static FloatVector normalDistribution(FloatVector x, FloatVector m, FloatVector gaussian) {
        FloatVector t = ONE.div(m.fma(TAIL_T, ONE));
        FloatVector p = TAIL_7.fma(t, TAIL_6)
                .fma(t, TAIL_5)
                .fma(t, TAIL_4)
                .fma(t, TAIL_3)
                .fma(t, TAIL_2)
                .fma(t, TAIL_1)
                .fma(t, TAIL_0);
        FloatVector tail = p.mul(gaussian);
        return ONE.sub(tail).blend(tail, x.compare(LT, ZERO));
    }

    static FloatVector flush(FloatVector x) {
        return x.blend(ZERO, x.abs().compare(LT, TINY));
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
