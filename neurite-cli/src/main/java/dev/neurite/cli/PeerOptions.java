package dev.neurite.cli;

import dev.neurite.bench.peer.Contest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `bench` that say what else is measured, and where the result goes.
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class PeerOptions {
    /// What shows that the current folder is a checkout, whose page of benchmarks is written.
    private static final Path CHECKOUT = Path.of("neurite-bench");

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "2",
            description = "How often each program has its turn (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--python",
            paramLabel = "FILE",
            defaultValue = "python3",
            description = "The Python whose libraries are measured too (default: ${DEFAULT-VALUE}).")
    private String python;

    @Option(
            names = "--jars",
            paramLabel = "DIR",
            defaultValue = "neurite-bench/target/peers",
            description = "Jars of Java libraries that are measured too (default: ${DEFAULT-VALUE}).")
    private Path jars;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the result as a page of Markdown (default: in a checkout, when all cases are measured,"
                    + " docs/benchmarks.md or docs/roofline.md).")
    private @Nullable Path out;

    int rounds() {
        return rounds;
    }

    Contest contest(int threads, double seconds) {
        return new Contest(threads, seconds, Require.positive("--rounds", rounds), python, jars);
    }

    /// The page that the user names.
    Optional<Path> page() {
        return Optional.ofNullable(out).map(file -> OutputFile.require("--out", file, List.of()));
    }

    /// The page that the user names, or that of a checkout.
    Optional<Path> page(Path usual) {
        return page().or(() -> Optional.of(usual).filter(file -> Files.isDirectory(CHECKOUT)));
    }
}
