package dev.neurite.bench.peer;

import dev.neurite.bench.Benchmark;
import dev.neurite.kernels.Kernels;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Neurite itself, and the peak of the core's arithmetic, in a JVM like this one.
///
/// @param key `neurite`, `neurite-alone` for one thread beside many, `peak`
record Own(String key, String name) implements Peer {
    static final String NEURITE = "neurite";
    static final String ALONE = "neurite-alone";
    static final String PEAK = "peak";

    static List<Own> all() {
        return List.of(
                new Own(NEURITE, "Neurite"),
                new Own(ALONE, "Neurite on one core"),
                new Own(PEAK, "peak of multiply-adds of one core"));
    }

    @Override
    public boolean takes(Benchmark benchmark, int threads) {
        return switch (key) {
            case ALONE -> threads > 1 && Peer.kind(benchmark).equals("step");
            case PEAK ->
                threads == 1
                        && Kernels.vector().isPresent()
                        && Peer.kind(benchmark).equals("gemm");
            default -> true;
        };
    }

    @Override
    public List<String> command(Benchmark benchmark, int threads, double seconds, Path model) {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                ChildRun.class.getName(),
                key,
                benchmark.name(),
                String.valueOf(key.equals(ALONE) ? 1 : threads),
                String.valueOf(seconds)));
        return command;
    }

    /// The JVM that runs this, with its options, but for agents that watch it.
    static List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!option.startsWith("-javaagent") && !option.startsWith("-agentlib")) {
                command.add(option);
            }
        }
        return command;
    }
}
