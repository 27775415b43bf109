package dev.neurite.bench;

import dev.neurite.kernels.AdamStep;
import dev.neurite.kernels.Kernels;
import dev.neurite.kernels.Matrix;
import dev.neurite.random.Seed;
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
import org.openjdk.jmh.annotations.Warmup;

/// The loops over arrays that a training spends its time in beside the products, under JMH.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class LoopJmh {
    private static final int COLUMNS = 64;
    private static final AdamStep ADAM = new AdamStep(0.9, 0.999, 1e-8, 1e-3, 0, false, 0.1, 0.001);

    /// Numbers of an array: in the first-level cache, in the second, in neither.
    @Param({"4096", "65536", "1048576"})
    int length;

    private final Kernels kernels = Kernels.best();
    private float[] x = {};
    private float[] y = {};
    private float[] first = {};
    private float[] second = {};
    private Matrix rows = Matrix.of(x, 0, 0, 0, 0);

    /// Draws the numbers.
    @Setup
    public void start() {
        x = new float[length];
        Networks.fill(x, Seed.of(0));
        y = x.clone();
        first = new float[length];
        second = new float[length];
        rows = Matrix.of(x, 0, length / COLUMNS, COLUMNS, COLUMNS);
    }

    /// `max(x, 0)`.
    @Benchmark
    public void relu() {
        kernels.relu(x, 0, y, 0, length);
    }

    /// `x·Φ(x)`.
    @Benchmark
    public void gelu() {
        kernels.gelu(x, 0, y, 0, length);
    }

    /// Hyperbolic tangent.
    @Benchmark
    public void tanh() {
        kernels.tanh(x, 0, y, 0, length);
    }

    /// The exponential.
    @Benchmark
    public void exp() {
        kernels.exp(x, 0, y, 0, length);
    }

    /// The gradient of a bias.
    @Benchmark
    public void columnSums() {
        kernels.columnSums(rows.rows(), rows, first, 0);
    }

    /// One step of Adam; the gradient stays the same.
    @Benchmark
    public void adam() {
        kernels.adam(y, x, first, second, 0, length, ADAM);
    }
}
