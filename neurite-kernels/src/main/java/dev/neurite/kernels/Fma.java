package dev.neurite.kernels;

/// Multiply and add with one rounding, `a·b + c`, for the scalar kernels.
///
/// `Math.fma` is one instruction where the processor has it, and otherwise big decimal arithmetic: half a microsecond
/// and kilobytes of garbage a call. There double arithmetic does it exactly in a dozen operations.
final class Fma {
    /// Above this, no instruction is behind `Math.fma`; even interpreted, one takes a tenth of it.
    private static final long SLOW_NANOS = 1500;
    private static final int TRIES = 32;

    /// Whether `Math.fma` is the processor's. No interface of the JVM tells, so it is timed; a wrong answer would
    /// cost time, never a bit.
    static final boolean IN_HARDWARE = fastest() < SLOW_NANOS;

    private Fma() {}

    static float fma(float a, float b, float c) {
        return IN_HARDWARE ? Math.fma(a, b, c) : exact(a, b, c);
    }

    /// The product is exact in double. The sum is rounded to odd, which keeps a trace of what was lost, so that
    /// rounding it to float gives the nearest float (Boldo and Melquiond 2008,
    /// <https://doi.org/10.1109/TC.2007.70819>).
    static float exact(float a, float b, float c) {
        double product = (double) a * b;
        double sum = product + c;
        // what the sum lost, exactly: Knuth's TwoSum
        double part = sum - product;
        double lost = (product - (sum - part)) + (c - part);
        long bits = Double.doubleToRawLongBits(sum);
        // not for infinities, whose loss is NaN
        if ((lost < 0 || lost > 0) && (bits & 1) == 0) {
            sum = Double.longBitsToDouble(bits + (lost > 0 == sum > 0 ? 1 : -1));
        }
        return (float) sum;
    }

    private static long fastest() {
        long best = Long.MAX_VALUE;
        float x = 1f;
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            x = Math.fma(x, 0.9f, 0.1f);
            best = Math.min(best, System.nanoTime() - start);
        }
        return x > 0f ? best : Long.MAX_VALUE;
    }
}
