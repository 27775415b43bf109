package dev.neurite.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A piece of work whose time is of interest: a training step, a matrix product, a prediction, a
/// whole training.
public sealed interface Benchmark permits StepBenchmark, ProductBenchmark, PredictionBenchmark, FitBenchmark {
    /// What it is called, such as `gemm 512x512x512`.
    String name();

    /// Floating-point operations of its matrix products; a multiply-add counts as two.
    double operations();

    /// Measures it.
    ///
    /// @param threads threads that may share the work
    /// @param seconds how long to repeat it
    Measurement measure(int threads, double seconds) throws InterruptedException;

    /// All of them.
    static List<Benchmark> all() {
        List<Benchmark> all = new ArrayList<>();
        all.addAll(StepBenchmark.all());
        all.addAll(ProductBenchmark.all());
        all.addAll(PredictionBenchmark.all());
        all.addAll(FitBenchmark.all());
        return all;
    }

    /// Those whose name starts with one of some texts; all where there is no text.
    ///
    /// @throws IllegalArgumentException if no name starts with one of the texts
    static List<Benchmark> startingWith(List<String> starts) {
        for (String start : starts) {
            if (all().stream().noneMatch(each -> each.name().startsWith(start))) {
                throw new IllegalArgumentException("a case must be the start of one of "
                        + String.join(", ", all().stream().map(Benchmark::name).toList()) + ", got " + start);
            }
        }
        Stream<Benchmark> selected = all().stream()
                .filter(each -> starts.isEmpty() || starts.stream().anyMatch(each.name()::startsWith));
        return selected.toList();
    }
}
