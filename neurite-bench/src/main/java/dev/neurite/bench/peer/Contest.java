package dev.neurite.bench.peer;

import dev.neurite.bench.Benchmark;
import dev.neurite.bench.PredictionModel;
import dev.neurite.onnx.OnnxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Runs Neurite and the programs that are installed in turns, each in processes of its own, on one core where the
/// system can and one thread is wanted.
///
/// @param threads threads of each program
/// @param seconds how long each measures a case each time
/// @param rounds  how often each has its turn; its best time counts
/// @param python  an interpreter
/// @param jars    a folder of jars of Java libraries, which need not be there
public record Contest(int threads, double seconds, int rounds, String python, Path jars) {
    private static final String SCRIPT = "peers.py";

    /// Runs the cases.
    ///
    /// @param progress hears each time as it is measured
    public Comparison run(List<Benchmark> benchmarks, Consumer<String> progress)
            throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("neurite-peers");
        try {
            List<Peer> peers = new ArrayList<>(Own.all());
            peers.addAll(PythonPeer.installed(python, Resources.copy(SCRIPT, scratch)));
            peers.addAll(JavaPeer.installed(jars, scratch));
            Turns turns = new Turns(scratch.resolve("model.onnx"), progress);
            for (Benchmark benchmark : benchmarks) {
                turns.take(benchmark, peers);
            }
            return new Comparison(benchmarks, threads, turns.results, turns.failures);
        } finally {
            delete(scratch);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private final class Turns {
        private final Path model;
        private final Consumer<String> progress;
        private final List<Result> results = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();

        Turns(Path model, Consumer<String> progress) {
            this.model = model;
            this.progress = progress;
        }

        void take(Benchmark benchmark, List<Peer> peers) throws InterruptedException {
            PredictionModel.of(benchmark).ifPresent(value -> OnnxFile.write(value, model));
            Map<String, Result> best = new LinkedHashMap<>();
            for (int round = 0; round < rounds; round++) {
                for (Peer peer : peers) {
                    if (peer.takes(benchmark, threads) && (round == 0 || best.containsKey(peer.key()))) {
                        measure(benchmark, peer).ifPresent(result -> best.merge(peer.key(), result, Result::better));
                    }
                }
            }
            results.addAll(best.values());
        }

        private Optional<Result> measure(Benchmark benchmark, Peer peer) throws InterruptedException {
            boolean alone = threads == 1 || peer.key().equals(Own.ALONE);
            List<String> command = peer.command(benchmark, threads, seconds, model);
            String problem = "it printed no time";
            try {
                Child.Outcome outcome = Child.run(alone ? Core.pinned(command) : command, threads);
                for (String line : outcome.lines()) {
                    String[] fields = line.split("\t", -1);
                    if (fields.length == 3 && fields[0].equals(peer.key())) {
                        progress.accept("%s: %s, %s µs".formatted(benchmark.name(), peer.name(), fields[2]));
                        double time = Double.parseDouble(fields[2]);
                        return Optional.of(
                                new Result(benchmark.name(), peer.key(), peer.name(), time, outcome.peakBytes()));
                    }
                }
            } catch (IOException e) {
                problem = String.valueOf(e.getMessage());
            }
            failures.add(benchmark.name() + ", " + peer.name() + ": " + problem);
            return Optional.empty();
        }
    }
}
