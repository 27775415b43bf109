package dev.neurite.bench.peer;

import java.util.List;
import java.util.Map;

/// `docs/benchmarks.md`: what was measured, where, how, and what came out.
public final class BenchmarkPage {
    private BenchmarkPage() {}

    /// The lines of the page.
    ///
    /// @param machine facts about the machine by their names
    /// @param command what the user called
    public static List<String> of(Comparison comparison, Map<String, String> machine, String command) {
        MarkdownLines page = new MarkdownLines();
        page.text("# Benchmarks", "");
        page.text(
                "Neurite beside other programs that do the same work in float32 on the same machine, written by",
                "`" + command + "`. Programs take turns, each in processes of its own"
                        + (comparison.threads() == 1 ? ", on one core where the system can" : "") + "; each repeats",
                "a case for some seconds after a warm-up, and its fastest stretch of at least 20 milliseconds counts.",
                "A step is forward, loss, backward and update on a batch that is in memory; a prediction is counted by",
                "the row, a whole training (`fit`) by the epoch. GFLOP/s count the matrix products alone. A ratio is a",
                "program's time divided by Neurite's. Memory is what Linux counted at most for the process, in megabytes;",
                "asks of memory divide Neurite's by the other's.",
                "");
        page.table(
                List.of("", ""),
                machine.entrySet().stream()
                        .map(fact -> List.of(fact.getKey(), fact.getValue()))
                        .toList());
        page.text("", "## Asked and measured", "");
        page.table(List.of("case", "against", "ratio", "asked", ""), comparison.asks());
        page.text("", "## All times", "");
        page.table(List.of("case", "program", "µs", "GFLOP/s", "ratio", "MB"), comparison.rows());
        if (!comparison.failures().isEmpty()) {
            page.text("", "## Not measured", "");
            comparison.failures().forEach(failure -> page.text("- " + failure));
        }
        return page.lines();
    }
}
