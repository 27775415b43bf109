package dev.neurite.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// Comparisons that fail with a sentence, and numbers to compare.
final class Expect {
    /// Lengths that leave remainders for every vector width.
    static final int[] AWKWARD = {1, 15, 16, 17, 1000};
    /// What stands around a slice that only the slice may be written of.
    static final float GUARD = -1234.5f;

    private static final int THREADS = 4;
    private static final int RUNS = 5;
    /// Nanoseconds for which threads work at once, so that they get in each other's way if they can.
    private static final long OVERLAP = 20_000_000;

    private Expect() {}

    static void isTrue(boolean condition, String sentence) {
        if (!condition) {
            throw new AssertionError(sentence);
        }
    }

    /// As near as the tolerance; NaN is NaN.
    static void close(String what, double input, double expected, double got, double tolerance) {
        boolean bothNaN = Double.isNaN(expected) && Double.isNaN(got);
        if (!bothNaN && !(Math.abs(got - expected) <= tolerance)) {
            throw new AssertionError(what + " at " + input + " must be " + expected + ", got " + got);
        }
    }

    /// Equal bits at each index; any NaN equals any NaN.
    static void sameBits(String what, float[] expected, float[] got) {
        isTrue(expected.length == got.length, what + " must have " + expected.length + " numbers, got " + got.length);
        for (int i = 0; i < expected.length; i++) {
            if (Float.floatToIntBits(expected[i]) != Float.floatToIntBits(got[i])) {
                throw new AssertionError(what + " must be " + expected[i] + " at index " + i + ", got " + got[i]);
            }
        }
    }

    static void finite(String what, double input, double got) {
        isTrue(Double.isFinite(got), what + " at " + input + " must be finite, got " + got);
    }

    /// The same bits when done again, and on several threads at once.
    ///
    /// @param variants prepares the work of a thread; that of each is another
    static void repeatable(String what, IntFunction<Supplier<float[]>> variants) {
        List<Supplier<float[]>> works = new ArrayList<>();
        List<float[]> expected = new ArrayList<>();
        for (int variant = 0; variant < THREADS; variant++) {
            works.add(variants.apply(variant));
            expected.add(works.getLast().get());
        }
        for (int variant = 0; variant < THREADS; variant++) {
            sameBits(
                    what + " when done again",
                    expected.get(variant),
                    works.get(variant).get());
        }
        AtomicInteger started = new AtomicInteger();
        together(THREADS, variant -> {
            started.incrementAndGet();
            while (started.get() < THREADS) {
                Thread.onSpinWait();
            }
            long end = System.nanoTime() + OVERLAP;
            for (int run = 0; run < RUNS || System.nanoTime() < end; run++) {
                float[] got = works.get(variant).get();
                sameBits(what + " on several threads at once", expected.get(variant), got);
            }
        });
    }

    /// Runs the parts on as many threads; what one of them throws is thrown here.
    static void together(int parts, IntConsumer work) {
        List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int number = part;
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    work.accept(number);
                } catch (RuntimeException | AssertionError e) {
                    thrown.add(e);
                }
            }));
        }
        join(threads);
        for (Throwable first : thrown) {
            throw first instanceof AssertionError broken
                    ? broken
                    : new AssertionError("several threads at once must not make it throw, got " + first);
        }
    }

    private static void join(List<Thread> threads) {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a contract was verified", e);
        }
    }
}
