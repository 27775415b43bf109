package dev.neurite.bench;

import dev.neurite.kernels.Kernels;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/// How long a piece of work takes once everything is compiled.
///
/// It is repeated as a warm-up, some seconds at a time, until the JVM's compiler has nothing more to do and it gets no
/// faster; and then for as long in chunks that are timed, each twice as long as the one before until it lasts 20
/// milliseconds. The fastest chunk counts: a machine that does something else in between only makes the others slower.
final class Clock {
    private static final int LEAST_CHUNKS = 3;
    private static final long LONG_ENOUGH = 20_000_000;
    private static final int MOST_WARM_UPS = 20;
    /// Milliseconds that the compiler may spend on other things while the work goes on.
    private static final long STILL_COMPILING = 5;
    private static final double FASTER = 0.97;

    private Clock() {}

    /// Microseconds of one run.
    ///
    /// @param seconds how long to warm up at a time, and to measure
    static double microseconds(Runnable work, double seconds) throws InterruptedException {
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MOST_WARM_UPS; i++) {
            long compiled = compilation();
            double now = fastest(work, seconds / 2);
            Kernels.awaitWarmUp(); // of loops that the work has asked for
            if (compilation() - compiled <= STILL_COMPILING && now > FASTER * before) {
                break;
            }
            before = now;
        }
        return fastest(work, seconds) * 1e-3;
    }

    /// Milliseconds that the JVM's compilers have worked; 0 where it does not tell.
    private static long compilation() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        return compiler != null && compiler.isCompilationTimeMonitoringSupported()
                ? compiler.getTotalCompilationTime()
                : 0;
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
