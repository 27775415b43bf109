package dev.neurite.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TeamTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void run_manyTasks_runsEachPartOnce(int threads) {
        try (Team team = Team.of(threads)) {
            for (int round = 0; round < 2000; round++) {
                int parts = 1 + round % 9;
                AtomicIntegerArray seen = new AtomicIntegerArray(parts);
                team.run(parts, (part, all) -> {
                    assertThat(all).isEqualTo(seen.length());
                    seen.incrementAndGet(part);
                });
                assertThat(seen.toString()).isEqualTo(new AtomicIntegerArray(ones(parts)).toString());
            }
        }
    }

    @Test
    void run_pausesBetweenTasks_wakesParkedWorkers() throws InterruptedException {
        try (Team team = Team.of(3)) {
            for (int round = 0; round < 20; round++) {
                Thread.sleep(5);
                AtomicInteger sum = new AtomicInteger();
                team.run(30, (part, parts) -> sum.addAndGet(part));
                assertThat(sum.get()).isEqualTo(435);
            }
        }
    }

    @Test
    void run_workersTakeParts_whenCallerIsHeldUp() {
        try (Team team = Team.of(2)) {
            Thread caller = Thread.currentThread();
            AtomicInteger elsewhere = new AtomicInteger();
            team.run(2, (part, parts) -> {
                if (!Thread.currentThread().equals(caller)) {
                    elsewhere.incrementAndGet();
                    return;
                }
                while (elsewhere.get() == 0) {
                    Thread.onSpinWait();
                }
            });
            assertThat(elsewhere.get()).isPositive();
        }
    }

    @Test
    void run_insideTask_runsAlone() {
        try (Team team = Team.of(3)) {
            AtomicInteger count = new AtomicInteger();
            team.run(4, (part, parts) -> {
                Thread outer = Thread.currentThread();
                team.run(5, (inner, inners) -> {
                    assertThat(Thread.currentThread()).isSameAs(outer);
                    count.incrementAndGet();
                });
            });
            assertThat(count.get()).isEqualTo(20);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void run_partThrows_rethrowsAndStaysUsable(int threads) {
        try (Team team = Team.of(threads)) {
            for (int round = 0; round < 200; round++) {
                AtomicInteger count = new AtomicInteger();
                int bad = round % 8;
                assertThatThrownBy(() -> team.run(8, (part, parts) -> {
                            count.incrementAndGet();
                            if (part == bad) {
                                throw new IllegalStateException("part " + part);
                            }
                        }))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("part " + bad);
                assertThat(count.get()).isEqualTo(8);
            }
        }
    }

    @Test
    void run_partThrowsInsideTask_runsTheOtherParts() {
        try (Team team = Team.of(2)) {
            AtomicInteger count = new AtomicInteger();
            assertThatThrownBy(() -> team.run(
                            2,
                            (outer, outers) -> team.run(3, (part, parts) -> {
                                count.incrementAndGet();
                                throw new IllegalStateException("part " + part);
                            })))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("part 0");
            assertThat(count.get()).isEqualTo(6);
        }
    }

    @Test
    void run_manyVirtualCallers_allFinish() throws InterruptedException, ExecutionException {
        try (Team team = Team.of(4);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> results = new ArrayList<>();
            for (int caller = 0; caller < 200; caller++) {
                results.add(callers.submit(() -> sumOfManyRuns(team)));
            }
            for (Future<Integer> result : results) {
                assertThat(result.get()).isEqualTo(100 * 28);
            }
        }
    }

    private static int sumOfManyRuns(Team team) {
        AtomicInteger sum = new AtomicInteger();
        for (int round = 0; round < 100; round++) {
            team.run(8, (part, parts) -> sum.addAndGet(part));
        }
        return sum.get();
    }

    @Test
    void run_interruptedCaller_finishesAndStaysInterrupted() {
        try (Team team = Team.of(8)) {
            Thread.currentThread().interrupt();
            AtomicInteger sum = new AtomicInteger();
            for (int round = 0; round < 100; round++) {
                team.run(8, (part, parts) -> sum.addAndGet(part));
            }
            assertThat(sum.get()).isEqualTo(2800);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void close_parkedAndSpinningWorkers_endThem() throws InterruptedException {
        List<Thread> before = teamThreads();
        Team team = Team.of(5);
        team.run(5, (part, parts) -> {});
        List<Thread> started = teamThreads();
        started.removeAll(before);
        assertThat(started).hasSize(4).allMatch(Thread::isDaemon);
        team.close();
        for (Thread thread : started) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void run_afterClose_isDoneByTheCaller() {
        Team team = Team.of(3);
        team.close();
        AtomicInteger sum = new AtomicInteger();
        team.run(6, (part, parts) -> sum.addAndGet(part));
        assertThat(sum.get()).isEqualTo(15);
    }

    @Test
    void of_noThreads_isRefused() {
        assertThatThrownBy(() -> Team.of(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Team.threads must be between 1 and 65535, got 0");
    }

    private static int[] ones(int length) {
        int[] ones = new int[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static List<Thread> teamThreads() {
        List<Thread> threads = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("neurite-team-")) {
                threads.add(thread);
            }
        }
        return threads;
    }
}
