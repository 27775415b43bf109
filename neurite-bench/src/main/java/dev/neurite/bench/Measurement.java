package dev.neurite.bench;

/// How fast a benchmark ran.
///
/// @param name         of the benchmark
/// @param microseconds of one step, one product, the prediction of one row, or one epoch
/// @param gigaflops    billions of floating-point operations of the matrix products a second
/// @param threads      that shared the work
public record Measurement(String name, double microseconds, double gigaflops, int threads) {
    static Measurement of(Benchmark benchmark, double microseconds, int threads) {
        return new Measurement(benchmark.name(), microseconds, benchmark.operations() / microseconds * 1e-3, threads);
    }
}
