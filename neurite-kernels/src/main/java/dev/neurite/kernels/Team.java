package dev.neurite.kernels;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A fixed set of daemon threads that run the parts of one task together with the caller.
///
/// Parts are handed out by compare-and-set on one word, so a worker that the system has not scheduled yet holds nobody
/// up: the caller and whoever is awake take its parts. Workers spin for some microseconds after a task and then park.
///
/// Any thread may call [#run], virtual ones too. A caller that finds the team at work, or that is itself inside a task,
/// runs its parts alone. Nothing is allocated by a run.
public final class Team implements AutoCloseable {
    /// A task in parts that may run at the same time on different threads.
    @FunctionalInterface
    public interface Task {
        /// Runs part `part` of `parts`.
        void run(int part, int parts);
    }

    private static final int MAX_PARTS = 0xffff;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    /// About 50 microseconds of waiting for the next task; the gap between two products of one training step
    /// is shorter.
    private static final int SPINS = 2000;

    private final Worker[] workers;
    private final int spins;

    /// The run's number (high 32 bits), its parts (16 bits) and the next part to take (low 16 bits). A worker reads
    /// it before `task`; taking a part by compare-and-set proves that the task it read belongs to that run.
    private final AtomicLong ticket = new AtomicLong();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean closed;
    private volatile @Nullable Thread waiter;
    private @Nullable Task task;

    private Team(int threads) {
        spins = threads <= PROCESSORS ? SPINS : 0;
        workers = new Worker[threads - 1];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Worker(i + 1);
        }
        try {
            for (Worker worker : workers) {
                worker.start();
            }
        } catch (Throwable thrown) {
            close();
            throw thrown;
        }
    }

    /// A team of `threads` threads, the caller of [#run] included: `threads - 1` workers.
    public static Team of(int threads) {
        if (threads < 1 || threads > MAX_PARTS) {
            throw new IllegalArgumentException("Team.threads must be between 1 and " + MAX_PARTS + ", got " + threads);
        }
        return new Team(threads);
    }

    /// Number of threads, the caller included.
    public int size() {
        return workers.length + 1;
    }

    /// Runs all parts of a task and returns when the last one is done.
    ///
    /// If parts throw, the others run all the same, and one of the exceptions is thrown here.
    public void run(int parts, Task task) {
        if (parts > MAX_PARTS) {
            throw new IllegalArgumentException("Team.run takes at most " + MAX_PARTS + " parts, got " + parts);
        }
        if (parts > 1 && workers.length > 0 && busy.compareAndSet(false, true)) {
            runShared(parts, task);
        } else {
            runAlone(parts, task);
        }
    }

    /// Ends the workers once they have finished what they are doing; later runs are done by their callers alone.
    @Override
    public void close() {
        closed = true;
        for (Worker worker : workers) {
            LockSupport.unpark(worker);
        }
    }

    private static void runAlone(int parts, Task task) {
        Throwable first = null;
        for (int part = 0; part < parts; part++) {
            try {
                task.run(part, parts);
            } catch (Throwable thrown) {
                first = first == null ? thrown : first;
            }
        }
        if (first != null) {
            Team.<RuntimeException>rethrow(first);
        }
    }

    private void runShared(int parts, Task newTask) {
        done.set(0);
        task = newTask;
        long run = (ticket.get() >>> 32) + 1;
        ticket.set((run << 32) | ((long) parts << 16));
        wake(parts - 1);
        while (takePart()) {}
        awaitDone(parts);
        Throwable thrown = failure.getAndSet(null);
        task = null;
        busy.set(false);
        if (thrown != null) {
            Team.<RuntimeException>rethrow(thrown);
        }
    }

    private void wake(int wanted) {
        int left = Math.min(wanted, workers.length);
        for (int i = 0; i < left; i++) {
            if (workers[i].parked) {
                LockSupport.unpark(workers[i]);
            }
        }
    }

    /// Takes one part of the present run and runs it; false when none is left.
    private boolean takePart() {
        while (true) {
            long seen = ticket.get();
            int part = (int) seen & MAX_PARTS;
            int parts = (int) (seen >>> 16) & MAX_PARTS;
            if (part >= parts) {
                return false;
            }
            Task current = task;
            if (current != null && ticket.compareAndSet(seen, seen + 1)) {
                runPart(current, part, parts);
                return true;
            }
        }
    }

    private void runPart(Task current, int part, int parts) {
        try {
            current.run(part, parts);
        } catch (Throwable thrown) {
            failure.compareAndSet(null, thrown);
        }
        if (done.incrementAndGet() == parts) {
            LockSupport.unpark(waiter);
        }
    }

    private void awaitDone(int parts) {
        for (int i = 0; i < spins && done.get() < parts; i++) {
            Thread.onSpinWait();
        }
        if (done.get() < parts) {
            waiter = Thread.currentThread();
            while (done.get() < parts) {
                LockSupport.park(this);
            }
            waiter = null;
        }
    }

    private boolean idle() {
        long seen = ticket.get();
        return ((int) seen & MAX_PARTS) >= ((int) (seen >>> 16) & MAX_PARTS) && !closed;
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void rethrow(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private final class Worker extends Thread {
        volatile boolean parked;

        Worker(int number) {
            super(null, null, "neurite-team-" + number, 0, false);
            setDaemon(true);
        }

        @Override
        public void run() {
            while (!closed) {
                while (takePart()) {}
                for (int i = 0; i < spins && idle(); i++) {
                    Thread.onSpinWait();
                }
                parked = true;
                while (idle()) {
                    LockSupport.park(Team.this);
                }
                parked = false;
            }
        }
    }
}
