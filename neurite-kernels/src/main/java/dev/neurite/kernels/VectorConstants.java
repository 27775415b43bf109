package dev.neurite.kernels;

import jdk.incubator.vector.FloatVector;

/// The constants of [ScalarMath] on all lanes.
///
/// They are made once: a broadcast at every use made loops so large that the compiler stopped inlining them and
/// allocated a vector for every operation.
final class VectorConstants {
    static final FloatVector LOG2_E = all(ScalarMath.LOG2_E);
    static final FloatVector ROUND = all(ScalarMath.ROUND);
    static final FloatVector MINUS_LN2_LOW = all(-ScalarMath.LN2_LOW);
    static final FloatVector MINUS_LN2 = all(-ScalarMath.LN2);
    static final FloatVector EXP_6 = all(ScalarMath.EXP_6);
    static final FloatVector EXP_5 = all(ScalarMath.EXP_5);
    static final FloatVector EXP_4 = all(ScalarMath.EXP_4);
    static final FloatVector EXP_3 = all(ScalarMath.EXP_3);
    static final FloatVector EXP_2 = all(ScalarMath.EXP_2);
    static final FloatVector ZERO = all(0f);
    static final FloatVector LN2 = all(ScalarMath.LN2);
    static final FloatVector LOG_10 = all(ScalarMath.LOG_10);
    static final FloatVector LOG_9 = all(ScalarMath.LOG_9);
    static final FloatVector LOG_8 = all(ScalarMath.LOG_8);
    static final FloatVector LOG_7 = all(ScalarMath.LOG_7);
    static final FloatVector LOG_6 = all(ScalarMath.LOG_6);
    static final FloatVector LOG_5 = all(ScalarMath.LOG_5);
    static final FloatVector LOG_4 = all(ScalarMath.LOG_4);
    static final FloatVector LOG_3 = all(ScalarMath.LOG_3);
    static final FloatVector LOG_2 = all(ScalarMath.LOG_2);
    static final FloatVector ERF_12 = all(ScalarMath.ERF_12);
    static final FloatVector ERF_10 = all(ScalarMath.ERF_10);
    static final FloatVector ERF_8 = all(ScalarMath.ERF_8);
    static final FloatVector ERF_6 = all(ScalarMath.ERF_6);
    static final FloatVector ERF_4 = all(ScalarMath.ERF_4);
    static final FloatVector ERF_2 = all(ScalarMath.ERF_2);
    static final FloatVector ERF_0 = all(ScalarMath.ERF_0);
    static final FloatVector ERFC_6 = all(ScalarMath.ERFC_6);
    static final FloatVector ERFC_5 = all(ScalarMath.ERFC_5);
    static final FloatVector ERFC_4 = all(ScalarMath.ERFC_4);
    static final FloatVector ERFC_3 = all(ScalarMath.ERFC_3);
    static final FloatVector ERFC_2 = all(ScalarMath.ERFC_2);
    static final FloatVector ERFC_1 = all(ScalarMath.ERFC_1);
    static final FloatVector ERFC_0 = all(ScalarMath.ERFC_0);
    static final FloatVector ONE = all(1f);
    static final FloatVector TANH_10 = all(ScalarMath.TANH_10);
    static final FloatVector TANH_8 = all(ScalarMath.TANH_8);
    static final FloatVector TANH_6 = all(ScalarMath.TANH_6);
    static final FloatVector TANH_4 = all(ScalarMath.TANH_4);
    static final FloatVector TANH_2 = all(ScalarMath.TANH_2);
    static final FloatVector TWO = all(2f);
    static final FloatVector FOUR = all(4f);
    static final FloatVector HALF = all(0.5f);
    static final FloatVector MINUS_HALF = all(-0.5f);
    static final FloatVector TWO_TO_23 = all(0x1p23f);
    static final FloatVector INVERSE_SQRT_2PI = all(ScalarMath.INVERSE_SQRT_2PI);
    static final FloatVector SQRT_HALF = all(ScalarMath.SQRT_HALF);
    static final FloatVector INFINITY = all(Float.POSITIVE_INFINITY);
    static final FloatVector EXPM1_LOW = all(ScalarMath.EXPM1_LOW);
    static final FloatVector TWENTY_THREE = all(23f);
    static final FloatVector NAN = all(Float.NaN);
    static final FloatVector MINUS_INFINITY = all(Float.NEGATIVE_INFINITY);
    static final FloatVector ERF_ONE = all(ScalarMath.ERF_ONE);
    static final FloatVector TANH_ONE = all(ScalarMath.TANH_ONE);
    static final FloatVector SILU_LOW = all(ScalarMath.SILU_LOW);
    static final FloatVector SILU_HIGH = all(-ScalarMath.SILU_LOW);
    static final FloatVector MINUS_GELU_RANGE = all(-ScalarMath.GELU_RANGE);
    static final FloatVector MISH_ONE = all(ScalarMath.MISH_ONE);
    static final FloatVector GELU_TANH_1 = all(ScalarMath.GELU_TANH_1);
    static final FloatVector GELU_TANH_3 = all(ScalarMath.GELU_TANH_3);
    static final FloatVector GELU_TANH_9 = all(ScalarMath.GELU_TANH_9);
    static final FloatVector EXP_LOW = all(ScalarMath.EXP_LOW);
    static final FloatVector EXP_HIGH = all(ScalarMath.EXP_HIGH);
    static final FloatVector SMALLEST_NORMAL = all(Float.MIN_NORMAL);
    static final FloatVector TANH_SMALL = all(ScalarMath.TANH_SMALL);
    static final FloatVector THIRD = all(0.33333334f);
    static final FloatVector TINY = all(Kernels.TINY);
    static final FloatVector GELU_RANGE = all(ScalarMath.GELU_RANGE);
    static final FloatVector TAIL_T = all(ScalarMath.TAIL_T);
    static final FloatVector TAIL_0 = all(ScalarMath.TAIL_0);
    static final FloatVector TAIL_1 = all(ScalarMath.TAIL_1);
    static final FloatVector TAIL_2 = all(ScalarMath.TAIL_2);
    static final FloatVector TAIL_3 = all(ScalarMath.TAIL_3);
    static final FloatVector TAIL_4 = all(ScalarMath.TAIL_4);
    static final FloatVector TAIL_5 = all(ScalarMath.TAIL_5);
    static final FloatVector TAIL_6 = all(ScalarMath.TAIL_6);
    static final FloatVector TAIL_7 = all(ScalarMath.TAIL_7);

    private VectorConstants() {}

    private static FloatVector all(float value) {
        return FloatVector.broadcast(Simd.FLOATS, value);
    }
}
