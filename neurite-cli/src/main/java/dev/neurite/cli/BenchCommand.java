package dev.neurite.cli;

import dev.neurite.bench.Benchmark;
import dev.neurite.bench.Measurement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `neurite bench`.
@Command(
        name = "bench",
        description = "Measures how fast this machine trains, multiplies and predicts.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  neurite bench --case gemm", "  taskset -c 1 neurite bench --json --case tab --case mnist"})
final class BenchCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--case",
            paramLabel = "TEXT",
            description = "Measure the cases whose names start so; may be given several times (default: all).")
    private List<String> cases = List.of();

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads that share the work (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "1.5",
            description = "How long to warm up each case, and to measure it (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--json", description = "Print one JSON object for each case.")
    private boolean json;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Require.between("--threads", 1, RecipeOptions.MOST_THREADS, threads);
        Require.positive("--seconds", seconds);
        List<Benchmark> selected = Require.named("--case", () -> Benchmark.startingWith(cases));
        for (Benchmark benchmark : selected) {
            Measurement measured = benchmark.measure(threads, seconds);
            console.print(json ? Json.text(values(measured)) : line(measured));
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> values(Measurement measured) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("case", measured.name());
        values.put("us", rounded(measured.microseconds(), 1e4));
        values.put("gflops", rounded(measured.gigaflops(), 1e2));
        values.put("threads", measured.threads());
        return values;
    }

    private static double rounded(double value, double steps) {
        return Math.rint(value * steps) / steps;
    }

    private static String line(Measurement measured) {
        return "%-34s %12s µs %8s GFLOP/s"
                .formatted(
                        measured.name(),
                        Numbers.fixed(measured.microseconds(), 2),
                        Numbers.fixed(measured.gigaflops(), 1));
    }
}
