package dev.neurite.bench.peer;

import java.util.ArrayList;
import java.util.List;

/// A page in the making.
final class MarkdownLines {
    private final List<String> lines = new ArrayList<>();

    /// Adds lines.
    void text(String... more) {
        lines.addAll(List.of(more));
    }

    /// Adds a table.
    void table(List<String> head, List<List<String>> rows) {
        row(head);
        row(head.stream().map(cell -> "---").toList());
        rows.forEach(this::row);
    }

    private void row(List<String> cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    /// The page so far.
    List<String> lines() {
        return List.copyOf(lines);
    }
}
