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
import org.junit.jupiter.params.provider.MethodSource;

/// Nothing is allocated once the code is compiled. A loop that C2 cannot inline fully would allocate a vector for each
/// operation for ever.
class AllocationTest {
    private static final long PATIENCE = 30_000_000_000L;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Random RANDOM = new Random(3);

    @Tag("vector")
    @ParameterizedTest
    @EnumSource(Loop.class)
    void exercise_compiledLoop_allocatesNothing(Loop loop) {
        Exercise exercise = Exercise.of(loop);
        assertSettlesAtZero(loop.name(), () -> exercise.run(400));
    }

    static Stream<int[]> shapes() {
        return Stream.of(new int[] {1, 30, 20}, new int[] {32, 64, 10}, new int[] {130, 70, 190});
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void gemm_sameShapesAgain_allocatesNothing(int[] shape) {
        int m = shape[0];
        int n = shape[1];
        int k = shape[2];
        Matrix x = matrix(m, k);
        Matrix w = matrix(k, n);
        Matrix z = matrix(m, n);
        Matrix bias = matrix(1, n);
        Kernels kernels = Kernels.best();
        SliceFunction relu = kernels::relu;
        try (Team team = Team.of(2)) {
            Gemm gemm = new Gemm(kernels, team);
            assertSettlesAtZero("gemm", () -> {
                gemm.multiply(m, n, k, x, w, z, bias, relu, z);
                gemm.multiplyTransposedA(k, n, m, x, z, w);
                kernels.scale(w.data(), 0, w.data().length, 0.01f);
                gemm.multiplyTransposedB(m, k, n, z, w, x);
                kernels.scale(x.data(), 0, x.data().length, 0.01f);
            });
        }
    }

    @Test
    void run_team_allocatesNothing() {
        try (Team team = Team.of(3)) {
            Team.Task task = (part, parts) -> {};
            assertSettlesAtZero("team", () -> team.run(5, task));
        }
    }

    /// Runs until 100 calls in a row allocate nothing: how soon the compiler comes depends on how busy the machine
    /// is.
    private static void assertSettlesAtZero(String what, Runnable call) {
        long start = System.nanoTime();
        long bytes;
        do {
            for (int i = 0; i < 500; i++) {
                call.run();
            }
            bytes = bytesOfHundredCalls(call);
        } while (bytes > 0 && System.nanoTime() - start < PATIENCE);
        assertThat(bytes).as("bytes of 100 calls of " + what).isZero();
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
