package dev.neurite.bench;

import dev.neurite.kernels.ArithmeticPeak;
import dev.neurite.kernels.Gemm;
import dev.neurite.kernels.Kernels;
import dev.neurite.kernels.Matrix;
import dev.neurite.kernels.Team;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Matrix products of one core against the peak of its arithmetic: `A·B`, `Aᵀ·B` and `A·Bᵀ` of square matrices.
///
/// Each round measures a stretch of multiply-adds that touch no memory, and then the product in each form, small ones
/// many times over, so that a machine busy with other things slows both down; the best of all rounds counts. Pin it to
/// one core, and give the width of the vectors by the system property `neurite.simd`.
public final class GemmBenchmark {
    private static final int DEFAULT_SIZE = 512;
    private static final int DEFAULT_ROUNDS = 300;
    /// Stretches of multiply-adds in a round, of about 0.1 milliseconds each.
    private static final int PEAK_SAMPLES = 10;
    /// Multiply-adds that are timed together: 0.2 milliseconds, beside which the clock takes no time.
    private static final long TIMED_WORK = 10_000_000;

    /// Multiply-adds after which everything is compiled.
    private static final long WARM_UP_WORK = 200_000_000;

    private GemmBenchmark() {}

    /// The best rate of one form of the product.
    ///
    /// @param form `A·B`, `Aᵀ·B` or `A·Bᵀ`
    /// @param gigaflops billions of floating-point operations a second; a multiply-add counts as two
    public record Rate(String form, double gigaflops) {}

    /// What a run has measured.
    ///
    /// @param kernels which kernels ran
    /// @param peak billions of operations a second of multiply-adds that touch no memory
    /// @param rates one for each form
    public record Result(String kernels, double peak, List<Rate> rates) {
        /// Copies the list.
        public Result {
            rates = List.copyOf(rates);
        }
    }

    /// Measures and prints; arguments: the size of the matrices (512 if absent), the number of rounds (300
    /// if absent).
    public static void main(String[] arguments) throws InterruptedException {
        int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_SIZE;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : DEFAULT_ROUNDS;
        print(measure(size, rounds), size, rounds, System.out);
    }

    /// Measures `rounds` rounds of products of `size × size` matrices, on the calling thread alone.
    ///
    /// @throws IllegalStateException where the Vector API is missing
    public static Result measure(int size, int rounds) throws InterruptedException {
        try (Team alone = Team.of(1)) {
            Kernels kernels = Kernels.best();
            List<Form> forms = forms(new Gemm(kernels, alone), size);
            warmUp(forms, size);
            int repeats = (int) Math.ceilDiv(TIMED_WORK, (long) size * size * size);
            double peak = 0;
            for (int round = 0; round < rounds; round++) {
                peak = Math.max(peak, ArithmeticPeak.gigaflops(PEAK_SAMPLES));
                for (Form form : forms) {
                    form.time(repeats);
                }
            }
            List<Rate> rates = new ArrayList<>();
            for (Form form : forms) {
                rates.add(new Rate(form.name, 2.0 * repeats * size * size * size / form.best));
            }
            return new Result(kernels.description(), peak, rates);
        }
    }

    private static List<Form> forms(Gemm gemm, int size) {
        Matrix a = matrix(size);
        Matrix b = matrix(size);
        Matrix c = matrix(size);
        return List.of(
                new Form("A·B", () -> gemm.multiply(size, size, size, a, b, c, null, null, null)),
                new Form("Aᵀ·B", () -> gemm.multiplyTransposedA(size, size, size, a, b, c)),
                new Form("A·Bᵀ", () -> gemm.multiplyTransposedB(size, size, size, a, b, c)));
    }

    private static Matrix matrix(int size) {
        int stride = Matrix.paddedStride(size);
        float[] data = new float[size * stride];
        for (int i = 0; i < data.length; i++) {
            data[i] = i % stride < size ? (i % 37 - 18) / 16f : 0f;
        }
        return Matrix.of(data, 0, size, size, stride);
    }

    /// Until the loops are compiled; the products before that are not measured.
    private static void warmUp(List<Form> forms, int size) throws InterruptedException {
        long calls = 50 + WARM_UP_WORK / ((long) size * size * size);
        for (int i = 0; i < calls; i++) {
            for (Form form : forms) {
                form.product.run();
            }
            if (i == calls / 2) {
                Kernels.awaitWarmUp();
            }
        }
    }

    private static void print(Result result, int size, int rounds, PrintStream out) {
        out.printf(Locale.ROOT, "%s, one core, best of %d rounds%n", result.kernels(), rounds);
        out.printf(Locale.ROOT, "%-22s %8.1f GFLOP/s%n", "peak of multiply-adds", result.peak());
        for (Rate rate : result.rates()) {
            double share = 100 * rate.gigaflops() / result.peak();
            out.printf(
                    Locale.ROOT,
                    "%-5s %-16s %8.1f GFLOP/s %5.0f %%%n",
                    rate.form(),
                    size + "³",
                    rate.gigaflops(),
                    share);
        }
    }

    /// One form of the product, and the best time of it in nanoseconds.
    private static final class Form {
        private final String name;
        private final Runnable product;
        private long best = Long.MAX_VALUE;

        Form(String name, Runnable product) {
            this.name = name;
            this.product = product;
        }

        void time(int repeats) {
            long start = System.nanoTime();
            for (int i = 0; i < repeats; i++) {
                product.run();
            }
            best = Math.min(best, System.nanoTime() - start);
        }
    }
}
