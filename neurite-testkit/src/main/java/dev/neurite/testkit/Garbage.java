package dev.neurite.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/// Finds out whether code allocates once it is compiled.
final class Garbage {
    private static final int CALLS = 100;
    /// What still allocates after so many calls, and when the patience is over, will always do.
    private static final int ENOUGH_CALLS = 30_000;
    private static final String PATIENCE = "neurite.testkit.patience";
    private static final long PATIENCE_SECONDS = 20;

    private Garbage() {}

    /// Fails when no hundred calls in a row are free of allocation, however often they are tried.
    static void none(String what, Runnable call) {
        long start = System.nanoTime();
        long patience = TimeUnit.SECONDS.toNanos(Long.getLong(PATIENCE, PATIENCE_SECONDS));
        long least = Long.MAX_VALUE;
        for (int calls = 0; least > 0; calls += CALLS) {
            if (calls > ENOUGH_CALLS && System.nanoTime() - start > patience) {
                throw new AssertionError(
                        what + " must allocate nothing, got " + least + " bytes in " + CALLS + " calls");
            }
            long before = Bean.THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                call.run();
            }
            least = Math.min(least, Bean.THREADS.getCurrentThreadAllocatedBytes() - before);
        }
    }

    /// Of the JVM's own interface, which takes a while to load.
    private static final class Bean {
        static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    }
}
