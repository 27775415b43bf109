package dev.neurite.kernels;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Brings one vector loop to full speed behind the caller's back.
///
/// Until C2 has compiled it, Vector API code makes an object of every vector and runs up to a thousand times slower
/// than plain Java. So a loop starts on the scalar twin; once it has done enough work to be worth it, a daemon thread
/// runs the vector form on scratch arrays until that allocates nothing, which is how one sees that the compiler is
/// done, and only then is the loop switched over. The bits are the same before and after. Where C2 is switched off, or
/// fails to inline a loop, or the exercise throws, the scalar form stays.
final class WarmUp {
    /// Elements after which a loop is worth compiling: by then the scalar twin has spent 5 to 50 milliseconds on
    /// them, about what the warm-up costs. Less work is done before it would be over.
    private static final long WORTHWHILE = 1 << 22;
    /// The same for further loops, once the first has shown that there is much to do.
    private static final long FURTHER = 1 << 15;
    /// Enough calls for the first compiler, which profiles; short ones, since the interpreter is slowest.
    private static final int FIRST_CALLS = 250;
    /// Calls and elements that make the second compiler start: it wants 600 calls and 15,000 rounds of a loop.
    private static final int CALLS = 700;
    private static final int LENGTH = 400;
    private static final int PROBES = 5;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private static final Queue<WarmUp> REQUESTS = new ArrayDeque<>();
    private static @Nullable Thread worker;
    private static volatile boolean begun;

    private final String name;
    private final Supplier<Exercise> exercises;
    private long work;
    private Exercise exercise = n -> {};
    private long deadline;
    private boolean failed;
    private volatile boolean requested;
    private volatile boolean ready;

    /// @param name of the loop, for messages
    /// @param exercises makes the loop's exercise, which needs memory, when the time has come
    WarmUp(String name, Supplier<Exercise> exercises) {
        this.name = name;
        this.exercises = exercises;
    }

    /// Whether the vector form is at full speed; until that is asked for, the work is counted.
    boolean ready(long newWork) {
        if (!ready && !requested) {
            // threads may lose counts, which only delays the request
            work += newWork;
            if (work >= (begun ? FURTHER : WORTHWHILE)) {
                request(this);
            }
        }
        return ready;
    }

    private static void request(WarmUp next) {
        synchronized (REQUESTS) {
            if (next.requested) {
                return;
            }
            next.requested = true;
            begun = true;
            REQUESTS.add(next);
            if (worker == null) {
                worker = Thread.ofPlatform().daemon().name("neurite-warm-up").start(WarmUp::serve);
            }
        }
    }

    /// Waits until no loop is being warmed up.
    static void await() throws InterruptedException {
        Thread running;
        synchronized (REQUESTS) {
            running = worker;
        }
        if (running != null) {
            running.join();
        }
    }

    private static void serve() {
        try {
            serveRequests();
        } finally {
            // whatever ended it, the next request finds no dead worker
            synchronized (REQUESTS) {
                if (Thread.currentThread().equals(worker)) {
                    worker = null;
                }
            }
        }
    }

    /// Exercises what is requested until the compiler has done its part; ends when nothing is left.
    private static void serveRequests() {
        List<WarmUp> compiling = new ArrayList<>();
        long pause = SHORTEST_PAUSE;
        while (true) {
            WarmUp next = poll(compiling.isEmpty());
            if (next != null) {
                next.begin();
                compiling.add(next);
                pause = SHORTEST_PAUSE;
            } else if (compiling.isEmpty()) {
                return;
            } else {
                LockSupport.parkNanos(pause);
                pause = Math.min(pause * 5 / 4, LONGEST_PAUSE);
            }
            long budget = pause / (2L * Math.max(1, compiling.size()));
            compiling.removeIf(loop -> loop.goOn(budget));
        }
    }

    /// The next request; without one the thread ends if it is idle.
    private static @Nullable WarmUp poll(boolean idle) {
        synchronized (REQUESTS) {
            WarmUp next = REQUESTS.poll();
            if (next == null && idle) {
                worker = null;
            }
            return next;
        }
    }

    /// Runs enough for the compiler to start.
    private void begin() {
        deadline = System.nanoTime() + PATIENCE;
        try {
            exercise = exercises.get();
            for (int i = 0; i < FIRST_CALLS; i++) {
                exercise.run(Matrix.ALIGNMENT + i % 3);
            }
            for (int i = 0; i < CALLS; i++) {
                exercise.run(LENGTH + i % 3);
            }
        } catch (Throwable thrown) {
            giveUp(thrown);
        }
    }

    /// Goes on for some nanoseconds; true when there is nothing more to do.
    private boolean goOn(long budget) {
        if (failed) {
            return true;
        }
        try {
            return isDone(budget);
        } catch (Throwable thrown) {
            giveUp(thrown);
            return true;
        }
    }

    /// True when the loop allocates nothing any more, or is hopeless.
    private boolean isDone(long budget) {
        long end = System.nanoTime() + budget;
        boolean clean;
        do {
            long before = Allocation.bytes();
            for (int i = 0; i < PROBES; i++) {
                exercise.run(LENGTH + i);
            }
            clean = Allocation.bytes() == before;
        } while (!clean && System.nanoTime() < end);
        ready = clean;
        boolean hopeless = !clean && System.nanoTime() > deadline;
        if (hopeless) {
            log(System.Logger.Level.DEBUG, "was not compiled in time", null);
        }
        return clean || hopeless;
    }

    private void giveUp(Throwable thrown) {
        failed = true;
        log(System.Logger.Level.WARNING, "failed when it was tried", thrown);
    }

    private void log(System.Logger.Level level, String what, @Nullable Throwable thrown) {
        String message = "The vector form of the loop " + name + " " + what + ", so plain Java stays.";
        System.getLogger(WarmUp.class.getName()).log(level, message, thrown);
    }

    /// A holder, since looking at allocation takes 50 milliseconds the first time.
    private static final class Allocation {
        private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

        static long bytes() {
            return THREADS.getCurrentThreadAllocatedBytes();
        }
    }
}
