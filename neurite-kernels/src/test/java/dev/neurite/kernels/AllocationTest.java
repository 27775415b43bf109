package dev.neurite.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing is allocated once the code is compiled. A loop that C2 cannot inline fully would allocate a vector for each
/// operation for ever.
class AllocationTest {
    private static final long PATIENCE = 20_000_000_000L;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Random RANDOM = new Random(3);

    @Tag("vector")
    @ParameterizedTest
    @EnumSource(Loop.class)
    void exercise_compiledLoop_allocatesNothing(Loop loop) {
        assertSettlesAtZero(loop.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1x30x20", "32x64x10", "130x70x190"})
    void gemm_sameShapesAgain_allocatesNothing(String shape) {
        assertSettlesAtZero(shape);
    }

    @Test
    void run_team_allocatesNothing() {
        try (Team team = Team.of(3)) {
            Team.Task task = (part, parts) -> {};
            assertThat(settled(() -> team.run(5, task))).isZero();
        }
    }

    private static void assertSettlesAtZero(String name) {
        assertThat(settled(call(name))).as("bytes of 100 calls of " + name).isZero();
    }

    private static Runnable call(String name) {
        return name.contains("x")
                ? products(Stream.of(name.split("x", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                : loop(Loop.valueOf(name));
    }

    private static Runnable loop(Loop loop) {
        Exercise exercise = Exercise.of(loop);
        return () -> exercise.run(400);
    }

    private static Runnable products(int[] shape) {
        int m = shape[0];
        int n = shape[1];
        int k = shape[2];
        Matrix x = matrix(m, k);
        Matrix w = matrix(k, n);
        Matrix z = matrix(m, n);
        Matrix bias = matrix(1, n);
        Kernels kernels = Kernels.best();
        SliceFunction relu = kernels::relu;
        Gemm gemm = new Gemm(kernels, Team.of(2));
        return () -> {
            gemm.multiply(m, n, k, x, w, z, bias, relu, z);
            gemm.multiplyTransposedA(k, n, m, x, z, w);
            kernels.scale(w.data(), 0, w.data().length, 0.01f);
            gemm.multiplyTransposedB(m, k, n, z, w, x);
            kernels.scale(x.data(), 0, x.data().length, 0.01f);
        };
    }

    /// What 100 calls allocate once they allocate nothing, or when patience ends: how soon the compiler comes
    /// depends on how busy the machine is.
    private static long settled(Runnable call) {
        long start = System.nanoTime();
        long bytes;
        do {
            for (int i = 0; i < 500; i++) {
                call.run();
            }
            bytes = bytesOfHundredCalls(call);
        } while (bytes > 0 && System.nanoTime() - start < PATIENCE);
        return bytes;
    }

    private static long bytesOfHundredCalls(Runnable call) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100; i++) {
            call.run();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static Matrix matrix(int rows, int columns) {
        int stride = Matrix.paddedStride(columns);
        float[] data = new float[rows * stride];
        for (int i = 0; i < data.length; i++) {
            data[i] = i % stride < columns ? 0.1f * (float) RANDOM.nextGaussian() : 0f;
        }
        return Matrix.of(data, 0, rows, columns, stride);
    }
}
