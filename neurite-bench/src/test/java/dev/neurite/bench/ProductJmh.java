package dev.neurite.bench;

import dev.neurite.kernels.Gemm;
import dev.neurite.kernels.Kernels;
import dev.neurite.kernels.Matrix;
import dev.neurite.kernels.Team;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Matrix products under JMH.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ProductJmh {
    /// Which product.
    @Param({
        "gemm 512x512x512",
        "gemm 512x512x512 AtB",
        "gemm 512x512x512 ABt",
        "gemm 128x784x512",
        "gemm 784x128x512 AtB",
        "gemm 128x512x784 ABt",
        "gemm 128x512x10",
        "gemm 512x128x10 AtB",
        "gemm 128x10x512 ABt"
    })
    String product = "";

    /// Threads that share it.
    @Param("1")
    int threads;

    private Team team;
    private Runnable work;

    /// Draws the matrices.
    @Setup
    public void start() {
        ProductBenchmark benchmark = ProductBenchmark.all().stream()
                .filter(each -> each.name().equals(product))
                .findFirst()
                .orElseThrow();
        team = Team.of(threads);
        Matrix result = ProductBenchmark.matrix(benchmark.rows(), benchmark.columns());
        work = benchmark.product(new Gemm(Kernels.best(), team), result);
    }

    /// One product.
    @Benchmark
    public void multiply() {
        work.run();
    }

    /// Ends the threads.
    @TearDown
    public void end() {
        team.close();
    }
}
