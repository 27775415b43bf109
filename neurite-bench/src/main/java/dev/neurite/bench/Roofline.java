package dev.neurite.bench;

import dev.neurite.kernels.ArithmeticPeak;
import dev.neurite.kernels.Kernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// What bounds each kernel on one core: the arithmetic or the memory (Williams, Waterman and Patterson 2009,
/// "Roofline: an insightful visual performance model").
///
/// A kernel that does `f` operations for each byte that it moves can do no more than `min(peak, f · bandwidth)`.
///
/// @param peak      billions of operations a second of multiply-adds that touch no memory
/// @param bandwidth billions of bytes a second of the triad `a = b + s·c` over arrays far beyond the caches
/// @param products  the products of matrices
/// @param streams   the loops that pass over arrays once
public record Roofline(double peak, double bandwidth, List<Product> products, List<Stream> streams) {
    /// Numbers of an array far beyond the caches: 64 MB.
    private static final int MANY = 1 << 24;
    /// Numbers of an array that stays in the cache of a core, with three others.
    private static final int FEW = 1 << 12;
    private static final int PEAK_SAMPLES = 3000;

    /// Copies the lists.
    public Roofline {
        products = List.copyOf(products);
        streams = List.copyOf(streams);
    }

    /// A product of matrices.
    ///
    /// @param name      of the benchmark
    /// @param gigaflops what it reached
    /// @param intensity operations for each byte of the three matrices
    /// @param roof      billions of operations a second that it could reach
    public record Product(String name, double gigaflops, double intensity, double roof) {}

    /// A loop over arrays.
    ///
    /// @param name   of the loop
    /// @param bytes  moved for each number
    /// @param memory billions of bytes a second, arrays far beyond the caches
    /// @param cache  billions of bytes a second, arrays in the cache of a core
    public record Stream(String name, int bytes, double memory, double cache) {}

    /// Measures everything, on the calling thread alone; needs 300 MB of heap.
    ///
    /// @param seconds  how long to warm up each, and to measure it
    /// @param progress hears what is measured
    /// @throws IllegalStateException where the Vector API is missing
    public static Roofline measure(double seconds, Consumer<String> progress) throws InterruptedException {
        return measure(seconds, MANY, ProductBenchmark.all(), progress);
    }

    static Roofline measure(double seconds, int many, List<ProductBenchmark> benchmarks, Consumer<String> progress)
            throws InterruptedException {
        progress.accept("peak of multiply-adds");
        double peak = ArithmeticPeak.gigaflops(PEAK_SAMPLES);
        Buffers arrays = new Buffers(many);
        progress.accept("bandwidth of memory");
        double bandwidth = arrays.rate(StreamKernel.triad(), many, seconds);
        List<Stream> streams = new ArrayList<>();
        for (StreamKernel kernel : StreamKernel.all(Kernels.best())) {
            progress.accept(kernel.name());
            double cache = arrays.rate(kernel, FEW, seconds);
            streams.add(new Stream(kernel.name(), kernel.bytes(), arrays.rate(kernel, many, seconds), cache));
        }
        bandwidth = Math.max(bandwidth, arrays.rate(StreamKernel.triad(), many, seconds));
        List<Product> products = new ArrayList<>();
        for (ProductBenchmark benchmark : benchmarks) {
            progress.accept(benchmark.name());
            double intensity = benchmark.operations() / benchmark.bytes();
            double gigaflops = benchmark.measure(1, seconds).gigaflops();
            products.add(new Product(benchmark.name(), gigaflops, intensity, Math.min(peak, intensity * bandwidth)));
        }
        return new Roofline(peak, bandwidth, products, streams);
    }

    /// What loops pass over.
    private static final class Buffers {
        private final float[][] arrays;

        Buffers(int length) {
            arrays = new float[4][Math.max(length, FEW)];
        }

        /// Billions of bytes a second.
        double rate(StreamKernel kernel, int length, double seconds) throws InterruptedException {
            for (float[] array : arrays) {
                Arrays.fill(array, 0.5f);
            }
            Runnable pass = () -> kernel.loop().run(arrays[0], arrays[1], arrays[2], arrays[3], length);
            return kernel.bytes() * (double) length / Clock.microseconds(pass, seconds) * 1e-3;
        }
    }
}
