package dev.neurite.cli;

import dev.neurite.table.CategoryEncoder;
import dev.neurite.table.DateEncoder;
import dev.neurite.table.Encoder;
import dev.neurite.table.NumberEncoder;
import dev.neurite.table.Preprocessing;
import dev.neurite.table.Roles;
import dev.neurite.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What columns are and how they are read, as lines of text.
final class ColumnSummary {
    private static final int MOST_COLUMNS = 30;
    private static final int WIDEST_NAME = 30;
    private static final int WIDEST_LEVELS = 60;

    private ColumnSummary() {}

    /// The columns that a model reads.
    static List<String> of(Preprocessing preprocessing) {
        return lines(preprocessing.encoders().stream().map(ColumnSummary::row).toList());
    }

    /// All columns of a table: those that are read, the target, and those that are not read.
    static List<String> of(Table table, Preprocessing preprocessing, Roles roles) {
        Map<String, Encoder> encoders =
                preprocessing.encoders().stream().collect(Collectors.toMap(Encoder::column, Function.identity()));
        List<List<String>> rows = new ArrayList<>();
        for (String name : table.columnNames()) {
            Encoder encoder = encoders.get(name);
            rows.add(
                    encoder == null
                            ? List.of(TextTable.shortened(name, WIDEST_NAME), other(name, roles))
                            : row(encoder));
        }
        return lines(rows);
    }

    private static String other(String name, Roles roles) {
        if (roles.targets().contains(name)) {
            return "target";
        }
        return roles.weight().equals(Optional.of(name))
                ? "weight"
                : roles.excluded().contains(name) ? "excluded" : "left out";
    }

    private static List<String> lines(List<List<String>> rows) {
        TextTable table = new TextTable().right(2).row("column", "kind", "inputs", "values");
        rows.stream().limit(MOST_COLUMNS).forEach(table::row);
        List<String> lines = new ArrayList<>(table.lines());
        if (rows.size() > MOST_COLUMNS) {
            lines.add("  … and " + (rows.size() - MOST_COLUMNS) + " more columns");
        }
        return lines;
    }

    private static List<String> row(Encoder encoder) {
        return List.of(
                TextTable.shortened(encoder.column(), WIDEST_NAME),
                encoder.kind().word(),
                String.valueOf(encoder.width()),
                values(encoder));
    }

    private static String values(Encoder encoder) {
        return switch (encoder) {
            case NumberEncoder number -> moments(number);
            case DateEncoder date -> "days since 1970: " + moments(date.days()) + ", month, weekday";
            case CategoryEncoder category -> levels(category);
        };
    }

    private static String moments(NumberEncoder number) {
        return "mean %s, deviation %s%s"
                .formatted(
                        Numbers.text(number.mean()),
                        Numbers.text(number.std()),
                        number.indicator() ? ", or missing" : "");
    }

    private static String levels(CategoryEncoder category) {
        String levels = TextTable.shortened(String.join(", ", category.levels()), WIDEST_LEVELS);
        return Numbers.of(category.levels().size(), "level") + ": " + levels
                + (category.pooled() ? ", or another" : "")
                + (category.missing() ? ", or missing" : "");
    }
}
