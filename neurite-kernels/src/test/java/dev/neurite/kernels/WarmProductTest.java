package dev.neurite.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Products that have changed over to vectors are compiled then, whatever their shape: what is not makes an object of
/// every vector.
@Tag("once")
class WarmProductTest {
    /// Prints each product that allocates right after the warm-up, and how many there were.
    static final class Main {
        private static final int CALLS = 20;
        private static final int FEW_BYTES = 10_000;
        private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        private Main() {}

        public static void main(String[] arguments) throws InterruptedException {
            for (Loop loop : List.of(
                    Loop.PACKED_PRODUCT, Loop.DIRECT_PRODUCT, Loop.NARROW_PRODUCT, Loop.ROW_PRODUCT, Loop.SCALE)) {
                loop.isWarm(1 << 26);
            }
            Kernels.awaitWarmUp();
            int count = 0;
            try (Team team = Team.of(1)) {
                Gemm gemm = new Gemm(Kernels.best(), team);
                for (int m : new int[] {1, 2, 3, 5, 8, 9, 16, 20, 32, 64, 100, 130}) {
                    for (int n : new int[] {3, 5, 8, 10, 13, 16, 20, 40, 64, 96, 130}) {
                        for (int k : new int[] {20, 64, 200}) {
                            measure(gemm, m, n, k);
                            count++;
                        }
                    }
                }
            }
            System.out.println("shapes: " + count);
        }

        private static void measure(Gemm gemm, int m, int n, int k) {
            Matrix bias = matrix(1, n);
            Matrix c = matrix(m, n);
            Matrix constant = matrix(k, n).constant();
            Matrix b = matrix(k, n);
            Matrix turnedB = matrix(n, k);
            Matrix a = matrix(m, k);
            Matrix turnedA = matrix(k, m);
            String shape = m + "×" + n + "×" + k;
            measure("A·B " + shape, () -> gemm.multiply(m, n, k, a, b, c, bias, null, null));
            measure("constant " + shape, () -> gemm.multiply(m, n, k, a, constant, c, bias, null, null));
            measure("Aᵀ·B " + shape, () -> gemm.multiplyTransposedA(m, n, k, turnedA, b, c));
            measure("A·Bᵀ " + shape, () -> gemm.multiplyTransposedB(m, n, k, a, turnedB, c));
        }

        /// The first call may make room.
        private static void measure(String name, Runnable product) {
            product.run();
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                product.run();
            }
            long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
            if (bytes > FEW_BYTES) {
                System.out.println(name + " allocates " + bytes);
            }
        }

        private static Matrix matrix(int rows, int columns) {
            int stride = Matrix.paddedStride(columns);
            return Matrix.of(new float[rows * stride], 0, rows, columns, stride);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 32, 16})
    void multiply_afterTheWarmUp_allocatesNothing(int bytesOfVectors) throws Exception {
        String output = ChildJvm.run(
                Main.class, List.of("--add-modules", "jdk.incubator.vector", "-XX:MaxVectorSize=" + bytesOfVectors));
        assertThat(output).contains("shapes: 396").doesNotContain("allocates");
    }
}
