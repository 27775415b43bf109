package dev.neurite.bench;

import dev.neurite.kernels.ArithmeticPeak;

/// The least time in which one core could do the arithmetic of a benchmark.
public final class PeakTime {
    private static final double SAMPLES_A_SECOND = 5000;

    private PeakTime() {}

    /// Microseconds at the measured peak of multiply-adds.
    ///
    /// @param seconds how long to measure it, about
    /// @throws IllegalStateException where the Vector API is missing
    public static double microseconds(Benchmark benchmark, double seconds) {
        double gigaflops = ArithmeticPeak.gigaflops((int) Math.clamp(seconds * SAMPLES_A_SECOND, 10, 1e6));
        return benchmark.operations() / gigaflops * 1e-3;
    }
}
