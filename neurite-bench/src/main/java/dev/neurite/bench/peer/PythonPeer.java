package dev.neurite.bench.peer;

import dev.neurite.bench.Benchmark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A library of Python, timed by the script `peers.py`.
///
/// @param python the interpreter
/// @param script where the script is
record PythonPeer(String key, String name, String python, Path script) implements Peer {
    /// The libraries that an interpreter has; none where it does not run.
    static List<PythonPeer> installed(String python, Path script) throws InterruptedException {
        List<PythonPeer> peers = new ArrayList<>();
        try {
            for (String line :
                    Child.run(List.of(python, script.toString(), "list"), 1).lines()) {
                String[] fields = line.split("\t", -1);
                if (fields.length == 2) {
                    peers.add(new PythonPeer(fields[0], fields[1], python, script));
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return peers;
    }

    @Override
    public boolean takes(Benchmark benchmark, int threads) {
        return switch (Peer.kind(benchmark)) {
            case "gemm" -> key.equals("numpy");
            case "predict" -> key.equals("onnxruntime");
            case "fit" -> key.equals("sklearn");
            default -> !key.equals("sklearn") && !key.equals("onnxruntime");
        };
    }

    @Override
    public List<String> command(Benchmark benchmark, int threads, double seconds, Path model) {
        return List.of(
                python,
                script.toString(),
                key,
                benchmark.name(),
                String.valueOf(threads),
                String.valueOf(seconds),
                model.toString());
    }
}
