package dev.neurite.bench.peer;

import dev.neurite.bench.Benchmark;
import java.nio.file.Path;
import java.util.List;

/// A program that does the same work, run in a process of its own.
sealed interface Peer permits Own, PythonPeer, JavaPeer {
    /// What asks name it by: `torch`, `jax-loop`.
    String key();

    /// Name and version, for people.
    String name();

    /// Whether it does work of this kind.
    boolean takes(Benchmark benchmark, int threads);

    /// The command that measures a case; it prints key, case and microseconds, divided by tabs.
    ///
    /// @param model the ONNX file of a prediction
    List<String> command(Benchmark benchmark, int threads, double seconds, Path model);

    /// The kind of a case: `gemm`, `predict`, `fit`, or `step`.
    static String kind(Benchmark benchmark) {
        String first = benchmark.name().substring(0, benchmark.name().indexOf(' '));
        return List.of("gemm", "predict", "fit").contains(first) ? first : "step";
    }
}
