package dev.neurite.cli;

import dev.neurite.bench.Benchmark;
import dev.neurite.bench.Measurement;
import dev.neurite.bench.Roofline;
import dev.neurite.bench.peer.BenchmarkPage;
import dev.neurite.bench.peer.Comparison;
import dev.neurite.bench.peer.Machine;
import dev.neurite.bench.peer.RooflinePage;
import dev.neurite.table.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `neurite bench`.
@Command(
        name = "bench",
        description = "Measures how fast this machine trains, multiplies and predicts, beside what else is installed.",
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
            description =
                    "How long to measure each case, after a warm-up at least as long (default: ${DEFAULT-VALUE}).")
    private Real seconds = new Real("1.5", 1.5);

    @Option(names = "--json", description = "Measure Neurite alone, and print one JSON object for each case.")
    private boolean json;

    @Option(
            names = "--roofline",
            description = "Measure each kernel against the arithmetic and the memory of one core instead.")
    private boolean roofline;

    @Mixin
    private PeerOptions peers = new PeerOptions();

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Require.between("--threads", 1, RecipeOptions.MOST_THREADS, threads);
        Require.positive("--seconds", seconds);
        List<Benchmark> selected = Require.named("--case", () -> Benchmark.startingWith(cases));
        if (roofline) {
            roofline();
        } else if (json) {
            for (Benchmark benchmark : selected) {
                console.print(Json.text(values(benchmark.measure(threads, seconds.value()))));
            }
        } else {
            compare(selected);
        }
        return ExitCode.DONE;
    }

    private void roofline() throws IOException, InterruptedException {
        if (json || !cases.isEmpty() || threads > 1) {
            throw CommandFailure.usage("--roofline measures everything on one core; --seconds and --out go with it.");
        }
        Optional<Path> page = peers.page(Path.of("docs", "roofline.md"));
        try {
            Roofline measured = Roofline.measure(seconds.value(), console::say);
            write(page, RooflinePage.of(measured, Machine.facts(), "neurite bench --roofline" + timing()));
        } catch (IllegalStateException missing) {
            throw CommandFailure.running(
                    "--roofline needs the Vector API; start the JVM with --add-modules jdk.incubator.vector.");
        }
    }

    private void write(Optional<Path> page, List<String> lines) throws IOException {
        if (page.isPresent()) {
            save(page.get(), lines);
        } else {
            console.print(lines);
        }
    }

    private static void save(Path page, List<String> lines) throws IOException {
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        WholeFile.write(page, out -> out.write(text));
    }

    private String timing() {
        return " --seconds " + seconds.text();
    }

    private void compare(List<Benchmark> selected) throws IOException, InterruptedException {
        Optional<Path> page = cases.isEmpty() ? peers.page(Path.of("docs", "benchmarks.md")) : peers.page();
        Comparison comparison = peers.contest(threads, seconds.value()).run(selected, console::say);
        console.print(table(comparison.rows(), "case", "program", "µs", "GFLOP/s", "ratio", "MB"));
        if (!comparison.asks().isEmpty()) {
            console.print("");
            console.print(table(comparison.asks(), "case", "against", "ratio", "asked", ""));
        }
        comparison.failures().forEach(failure -> console.say("Not measured: " + failure));
        if (page.isPresent()) {
            String command = "neurite bench --threads " + threads + timing() + " --rounds " + peers.rounds();
            save(page.get(), BenchmarkPage.of(comparison, Machine.facts(), command));
        }
    }

    private static List<String> table(List<List<String>> rows, String... head) {
        TextTable table = new TextTable().right(2, 3, 4, 5).row(head);
        rows.forEach(table::row);
        return table.lines();
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
}
