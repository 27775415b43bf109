package dev.neurite.bench;

import dev.neurite.kernels.Kernels;

/// How long a piece of work takes once everything is compiled.
///
/// It is repeated for some seconds as a warm-up, and then for as long in chunks that are timed, each twice as long as
/// the one before until it lasts 20 milliseconds. The fastest chunk counts: a machine that does something else in
/// between only makes the others slower.
final class Clock {
    private static final int LEAST_CHUNKS = 3;
    private static final long LONG_ENOUGH = 20_000_000;

    private Clock() {}

    /// Microseconds of one run.
    ///
    /// @param seconds how long to warm up, and to measure
    static double microseconds(Runnable work, double seconds) throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            fastest(work, seconds / 2);
            Kernels.awaitWarmUp(); // of loops that the first half has asked for
        }
        return fastest(work, seconds) * 1e-3;
    }

    private static double fastest(Runnable work, double seconds) {
        long began = System.nanoTime();
        double best = Double.POSITIVE_INFINITY;
        int runs = 1;
        for (int chunk = 0; chunk < LEAST_CHUNKS || System.nanoTime() - began < seconds * 1e9; chunk++) {
            long elapsed = nanoseconds(work, runs);
            best = Math.min(best, (double) elapsed / runs);
            if (elapsed < LONG_ENOUGH) {
                runs *= 2;
            }
        }
        return best;
    }

    private static long nanoseconds(Runnable work, int runs) {
        long start = System.nanoTime();
        for (int i = 0; i < runs; i++) {
            work.run();
        }
        return System.nanoTime() - start;
    }
}
