package dev.neurite.bench;

import dev.neurite.kernels.Kernels;

/// How long a piece of work takes once everything is compiled: after a warm-up, chunks of it are timed for some
/// seconds, each twice as long as the one before until it lasts 20 milliseconds, and the fastest chunk counts. A
/// machine
/// that does something else in between only makes the others slower.
final class Clock {
    private static final int WARM_UP = 10;
    private static final int LEAST_CHUNKS = 3;
    private static final long LONG_ENOUGH = 20_000_000;

    private Clock() {}

    /// Microseconds of one run.
    ///
    /// @param seconds how long to go on
    static double microseconds(Runnable work, double seconds) throws InterruptedException {
        warmUp(work);
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
        return best * 1e-3;
    }

    /// Twice, as the loops of the first runs may ask for their vector forms only then.
    private static void warmUp(Runnable work) throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            nanoseconds(work, WARM_UP);
            Kernels.awaitWarmUp();
        }
    }

    private static long nanoseconds(Runnable work, int runs) {
        long start = System.nanoTime();
        for (int i = 0; i < runs; i++) {
            work.run();
        }
        return System.nanoTime() - start;
    }
}
