package dev.neurite.kernels;

import static dev.neurite.kernels.Fma.fma;

/// Elementary functions of one float: the operation sequences that the vector twins repeat lane by lane.
///
/// Only additions, multiplications, divisions, fma, comparisons and integer operations occur, which are the same on
/// every machine. Polynomials are minimax fits with float coefficients; docs/kernels.md has their errors.
final class ScalarMath {
    static final float LOG2_E = 1.442695f;
    static final float LN2 = 0.6931472f;
    static final float LN2_LOW = -1.9046542e-9f;
    /// Adding 1.5·2²³ rounds to an integer, which then stands in the low bits of the sum.
    static final float ROUND = 0x1.8p23f;

    static final int EXPONENT_BITS = 23;
    /// Bits of 1 and of 1/2.
    static final int ONE_BITS = 0x3f800000;
    static final int HALF_BITS = 0x3f000000;

    /// (eʳ - 1 - r) / r² on [-ln2/2, ln2/2].
    static final float EXP_2 = 0.49999997f;
    static final float EXP_3 = 0.16666543f;
    static final float EXP_4 = 0.041667502f;
    static final float EXP_5 = 0.008366537f;
    static final float EXP_6 = 0.0013864543f;
    /// Below it e^x < 2⁻¹⁰⁰; above the other it overflows.
    static final float EXP_LOW = -69.31472f;
    static final float EXP_HIGH = 88.72284f;
    /// From here on e^x - 1 rounds to -1.
    static final float EXPM1_LOW = -30f;

    /// (log(1+f) - f) / f² on [-1/3, 1/3].
    static final float LOG_2 = -0.5f;
    static final float LOG_3 = 0.33333206f;
    static final float LOG_4 = -0.2499982f;
    static final float LOG_5 = 0.2001086f;
    static final float LOG_6 = -0.16679597f;
    static final float LOG_7 = 0.13999458f;
    static final float LOG_8 = -0.12195537f;
    static final float LOG_9 = 0.14012736f;
    static final float LOG_10 = -0.12846242f;
    /// Bits of 2/3: mantissas are brought into [2/3, 4/3).
    static final int TWO_THIRDS = 0x3f2aaaab;

    /// erf(x)/x - 1 in x² on [0, 1].
    static final float ERF_0 = 0.12837917f;
    static final float ERF_2 = -0.3761263f;
    static final float ERF_4 = 0.11283619f;
    static final float ERF_6 = -0.026855174f;
    static final float ERF_8 = 0.0051908446f;
    static final float ERF_10 = -0.0008031836f;
    static final float ERF_12 = 7.92413e-5f;
    /// log(erfc(x)) on [0.95, 4].
    static final float ERFC_0 = -0.0002447234f;
    static final float ERFC_1 = -1.1274749f;
    static final float ERFC_2 = -0.6375171f;
    static final float ERFC_3 = -0.10364026f;
    static final float ERFC_4 = 0.022087608f;
    static final float ERFC_5 = -0.0030085281f;
    static final float ERFC_6 = 0.00019242508f;
    /// From here on erf rounds to 1.
    static final float ERF_ONE = 4f;

    /// tanh(x)/x - 1 in x² on [0, 0.625].
    static final float TANH_2 = -0.33333284f;
    static final float TANH_4 = 0.13331479f;
    static final float TANH_6 = -0.05374218f;
    static final float TANH_8 = 0.020645633f;
    static final float TANH_10 = -0.005710926f;
    static final float TANH_SMALL = 0.625f;
    /// From here on tanh rounds to 1.
    static final float TANH_ONE = 10f;

    static final float SQRT_HALF = 0.70710677f;
    static final float INVERSE_SQRT_2PI = 0.3989423f;
    /// Beyond it Φ is 0 or 1 within 2⁻¹⁰⁰, and e^(-z²/2) would be flushed.
    static final float GELU_RANGE = 11.75f;
    /// Φ(−z)·e^(z²/2) in t = 1/(1 + 0.34·z) on [0, GELU_RANGE].
    static final float TAIL_T = 0.34f;
    static final float TAIL_0 = -6.049556e-05f;
    static final float TAIL_1 = 0.13688366f;
    static final float TAIL_2 = 0.12489034f;
    static final float TAIL_3 = 0.1708521f;
    static final float TAIL_4 = -0.05454206f;
    static final float TAIL_5 = 0.2868051f;
    static final float TAIL_6 = -0.21207833f;
    static final float TAIL_7 = 0.04724953f;
    /// Below it z·σ(z) is 0.
    static final float SILU_LOW = -100f;

    /// From here on mish(z) is z and its derivative 1.
    static final float MISH_ONE = 20f;
    /// 2√(2/π), that times 0.044715, and three times that.
    static final float GELU_TANH_1 = 1.5957692f;
    static final float GELU_TANH_3 = 0.071354814f;
    static final float GELU_TANH_9 = 0.21406445f;

    static final float SELU_LAMBDA = 1.050701f;
    static final float SELU_LAMBDA_ALPHA = 1.7580993f;

    private ScalarMath() {}

    static float exp(float x) {
        float shifted = fma(x, LOG2_E, ROUND);
        float n = shifted - ROUND;
        float r = fma(n, -LN2_LOW, fma(n, -LN2, x));
        // 2ⁿ in two factors, since n = 128 would overflow too early
        float half = Float.intBitsToFloat((Float.floatToRawIntBits(shifted) << EXPONENT_BITS) + HALF_BITS);
        float y = (fma(r * r, expTail(r), r) + 1f) * half * 2f;
        y = x < EXP_LOW ? 0f : y;
        return x > EXP_HIGH ? Float.POSITIVE_INFINITY : y;
    }

    /// e^x for x in [EXP_LOW, 88], or NaN; the same bits as [#exp].
    private static float expInRange(float x) {
        float shifted = fma(x, LOG2_E, ROUND);
        float n = shifted - ROUND;
        float r = fma(n, -LN2_LOW, fma(n, -LN2, x));
        return (fma(r * r, expTail(r), r) + 1f) * powerOfTwo(Float.floatToRawIntBits(shifted));
    }

    /// e^x - 1 for x ≤ 0; garbage above.
    static float expMinusOne(float x) {
        float clamped = x < EXPM1_LOW ? EXPM1_LOW : x;
        float shifted = fma(clamped, LOG2_E, ROUND);
        float n = shifted - ROUND;
        float r = fma(n, -LN2_LOW, fma(n, -LN2, clamped));
        float power = powerOfTwo(Float.floatToRawIntBits(shifted));
        return fma(fma(r * r, expTail(r), r), power, power - 1f);
    }

    private static float expTail(float r) {
        return fma(fma(fma(fma(EXP_6, r, EXP_5), r, EXP_4), r, EXP_3), r, EXP_2);
    }

    /// 2ⁿ from an integer whose low bits are n.
    private static float powerOfTwo(int bits) {
        return Float.intBitsToFloat((bits << EXPONENT_BITS) + ONE_BITS);
    }

    static float log(float x) {
        boolean small = x < Float.MIN_NORMAL;
        float normal = small ? x * 0x1p23f : x;
        int bits = Float.floatToRawIntBits(normal);
        int exponent = (bits - TWO_THIRDS) >> EXPONENT_BITS;
        float e = (float) exponent - (small ? 23f : 0f);
        float f = Float.intBitsToFloat(bits - (exponent << EXPONENT_BITS)) - 1f;
        float y = fma(e, LN2, logOnePlus(f));
        y = x < Float.POSITIVE_INFINITY ? y : x;
        y = x < 0f ? Float.NaN : y;
        return x == 0f ? Float.NEGATIVE_INFINITY : y;
    }

    /// log(1 + f) for f in [-1/3, 1/3].
    private static float logOnePlus(float f) {
        float p = fma(fma(fma(fma(LOG_10, f, LOG_9), f, LOG_8), f, LOG_7), f, LOG_6);
        float q = fma(fma(fma(fma(p, f, LOG_5), f, LOG_4), f, LOG_3), f, LOG_2);
        return fma(f * f, q, f);
    }

    static float erf(float x) {
        float a = Math.min(Math.abs(x), ERF_ONE);
        float s = a * a;
        float p = fma(fma(fma(ERF_12, s, ERF_10), s, ERF_8), s, ERF_6);
        float small = fma(fma(fma(fma(p, s, ERF_4), s, ERF_2), s, ERF_0), a, a);
        float q = fma(fma(fma(ERFC_6, a, ERFC_5), a, ERFC_4), a, ERFC_3);
        float large = 1f - expInRange(fma(fma(fma(q, a, ERFC_2), a, ERFC_1), a, ERFC_0));
        return Math.copySign(a < 1f ? small : large, x);
    }

    static float tanh(float x) {
        float a = Math.min(Math.abs(x), TANH_ONE);
        float s = a * a;
        float p = fma(fma(fma(fma(TANH_10, s, TANH_8), s, TANH_6), s, TANH_4), s, TANH_2);
        float small = fma(p * s, a, a);
        float large = 1f - 2f / (expInRange(a + a) + 1f);
        return Math.copySign(a < TANH_SMALL ? small : large, x);
    }

    static float sigmoid(float x) {
        float y = 1f / (1f + exp(-x));
        return x < EXP_LOW ? 0f : y;
    }

    static float softplus(float x) {
        float u = exp(-Math.abs(x));
        boolean large = u > 0.33333334f;
        float f = large ? fma(u, 0.5f, -0.5f) : u;
        float logarithm = logOnePlus(f) + (large ? LN2 : 0f);
        return (x <= 0f ? 0f : x) + logarithm;
    }

    static float silu(float x) {
        float z = x < SILU_LOW ? SILU_LOW : x;
        return z * sigmoid(z);
    }

    static float siluDerivative(float x) {
        float z = clamp(x, -SILU_LOW);
        float s = sigmoid(z);
        return s * fma(z, 1f - s, 1f);
    }

    static float gelu(float x) {
        float z = x < -GELU_RANGE ? -GELU_RANGE : x;
        return z * normalDistribution(z, gaussian(z));
    }

    static float geluDerivative(float x) {
        float z = clamp(x, GELU_RANGE);
        float gaussian = gaussian(z);
        return fma(z, gaussian * INVERSE_SQRT_2PI, normalDistribution(z, gaussian));
    }

    /// With `½(1 + tanh v) = σ(2v)`.
    static float geluTanh(float x) {
        float z = x < -GELU_RANGE ? -GELU_RANGE : x;
        float bounded = Math.min(z, GELU_RANGE);
        return z * sigmoid(bounded * fma(bounded * bounded, GELU_TANH_3, GELU_TANH_1));
    }

    static float geluTanhDerivative(float x) {
        float z = clamp(x, GELU_RANGE);
        float square = z * z;
        float s = sigmoid(z * fma(square, GELU_TANH_3, GELU_TANH_1));
        float slope = z * fma(square, GELU_TANH_9, GELU_TANH_1);
        return fma(s * (1f - s), slope, s);
    }

    /// With `tanh(log(1 + u)) = n / (n + 2)`, where `u = e^x` and `n = u·(u + 2)`.
    static float mish(float x) {
        float z = x < SILU_LOW ? SILU_LOW : x;
        float u = exp(Math.min(z, MISH_ONE));
        float n = u * (u + 2f);
        return z * (n / (n + 2f));
    }

    static float mishDerivative(float x) {
        float z = Math.max(SILU_LOW, Math.min(x, MISH_ONE));
        float u = exp(z);
        float n = u * (u + 2f);
        float m = n + 2f;
        float slope = z * 4f * (u * (u + 1f));
        return (n + slope / m) / m;
    }

    /// |x|, at most the range of the fit.
    private static float magnitude(float x) {
        return Math.min(Math.abs(x), GELU_RANGE);
    }

    /// e^(-x²/2).
    private static float gaussian(float x) {
        float m = magnitude(x);
        return expInRange(m * m * -0.5f);
    }

    /// Φ(x), given e^(-x²/2).
    private static float normalDistribution(float x, float gaussian) {
        float t = 1f / fma(magnitude(x), TAIL_T, 1f);
        float p = fma(fma(fma(fma(TAIL_7, t, TAIL_6), t, TAIL_5), t, TAIL_4), t, TAIL_3);
        float tail = fma(fma(fma(p, t, TAIL_2), t, TAIL_1), t, TAIL_0) * gaussian;
        return x < 0f ? tail : 1f - tail;
    }

    private static float clamp(float x, float range) {
        return Math.max(-range, Math.min(x, range));
    }

    /// 0 for magnitudes below [Kernels#TINY], which would soon be denormal.
    static float flush(float x) {
        return Math.abs(x) < Kernels.TINY ? 0f : x;
    }

    /// The 32-bit mixer lowbias32.
    static int mix(int x) {
        int h = (x ^ (x >>> 16)) * 0x7feb352d;
        h = (h ^ (h >>> 15)) * 0x846ca68b;
        return h ^ (h >>> 16);
    }

    static int hash(int key0, int key1, int counter) {
        return mix(mix(counter ^ key0) ^ key1);
    }
}
