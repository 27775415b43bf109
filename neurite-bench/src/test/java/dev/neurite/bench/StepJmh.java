package dev.neurite.bench;

import dev.neurite.train.Training;
import java.util.List;
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

/// Training steps under JMH.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class StepJmh {
    /// Which step.
    @Param({
        "x2 1-15-1 b1000 sgd mse",
        "moons 2-10-2 b100 sgd ce",
        "tab 16-64-64-2 b32 adam ce",
        "tab 100-256x3-1 b256 adam mse",
        "mnist 784-128-10 b128 adam ce",
        "mnist 784-512-256-10 b128 adam ce",
        "mnist 784-800-10 b100 adam ce"
    })
    String step = "";

    /// Threads that share it.
    @Param("1")
    int threads;

    private Training training;

    /// Takes a first step, which makes room for all others.
    @Setup
    public void start() {
        StepBenchmark benchmark = (StepBenchmark)
                dev.neurite.bench.Benchmark.startingWith(List.of(step)).getFirst();
        training = benchmark.training(threads);
        training.startEpoch(0);
        training.step();
    }

    /// One step on the same batch.
    @Benchmark
    public void step() {
        training.repeatStep();
    }

    /// Ends the threads.
    @TearDown
    public void end() {
        training.close();
    }
}
