package dev.neurite.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The rules of [Schema#infer], applied to one column after another.
///
/// What a column is, all rows of the table tell, so that one text among numbers makes it a category whatever rows are
/// drawn to learn from; what it is worth, these alone.
final class SchemaInference {
    private static final double MOSTLY_DISTINCT = 0.95;
    private static final int ROWS_FOR_AN_IDENTIFIER = 50;
    private static final int ROWS_FOR_A_COUNTER = 20;

    private final Table table;
    private final int[] all;
    private final int[] rows;
    private final Consumer<Note> notes;

    /// @param rows in any order; looked at in ascending order
    SchemaInference(Table table, int[] rows, Consumer<Note> notes) {
        this.table = table;
        this.all = IntStream.range(0, table.rows()).toArray();
        this.rows = Arrays.stream(rows).sorted().toArray();
        this.notes = notes;
    }

    Schema infer(List<String> targets, Collection<String> excluded) {
        targets.forEach(table::column);
        excluded.forEach(table::column);
        for (String target : targets) {
            if (excluded.contains(target)) {
                throw new DataFormatException(
                        "Column %s is the target and cannot be excluded.".formatted(Quoted.text(target)));
            }
        }
        List<Feature> features = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!targets.contains(column.name()) && !excluded.contains(column.name())) {
                kind(column).ifPresent(kind -> features.add(new Feature(column.name(), kind)));
            }
        }
        if (features.isEmpty()) {
            throw new DataFormatException("%s has no column to learn from besides the target %s."
                    .formatted(table.name(), Quoted.texts(targets, targets.size())));
        }
        return new Schema(features);
    }

    /// The kind of a column; empty if it is left out.
    private Optional<ColumnKind> kind(Column column) {
        if (column instanceof TextColumn text) {
            return text.typed() ? category(column) : untyped(column);
        }
        return column instanceof DateColumn ? date(column, Cells.dates(column)) : number(column, Cells.numbers(column));
    }

    private Optional<ColumnKind> untyped(Column column) {
        Cells numbers = Cells.numbers(column);
        if (numbers.first(all, Cells.TEXT) < 0) {
            return number(column, numbers);
        }
        Cells dates = Cells.dates(column);
        if (dates.first(all, Cells.TEXT) < 0) {
            return date(column, dates);
        }
        MostlyNumbers.in(table, column, numbers, "number", all)
                .ifPresentOrElse(texts -> noteMostly(column, texts, "numbers"), () -> noteDates(column, dates));
        return category(column);
    }

    private Optional<ColumnKind> number(Column column, Cells cells) {
        if (isUseless(column, cells)) {
            return Optional.empty();
        }
        if (countsRows(cells)) {
            return leftOut(column, "its numbers count the rows, each is the one before plus 1");
        }
        return Optional.of(ColumnKind.NUMBER);
    }

    private Optional<ColumnKind> date(Column column, Cells cells) {
        if (isUseless(column, cells)) {
            return Optional.empty();
        }
        notes.accept(new Note(
                column.name(),
                rows.length,
                "Column %s holds dates and is read as days since 1970, month and weekday."
                        .formatted(Quoted.text(column.name()))));
        return Optional.of(ColumnKind.DATE);
    }

    /// Whether a number or date column holds nothing, or the same float32 in every row; a column with missing cells
    /// besides tells by them.
    private boolean isUseless(Column column, Cells cells) {
        int first = cells.first(rows, Cells.NUMBER);
        if (first < 0) {
            leftOut(column, "it holds nothing in the %s to learn from".formatted(Quoted.count(rows.length, "row")));
            return true;
        }
        float value = (float) cells.value(first);
        boolean constant = Arrays.stream(rows)
                .allMatch(row -> cells.state(row) == Cells.NUMBER && (float) cells.value(row) == value);
        if (constant) {
            leftOut(column, "every row to learn from holds " + Quoted.text(column.text(first)));
        }
        return constant;
    }

    private boolean countsRows(Cells cells) {
        if (rows.length < ROWS_FOR_A_COUNTER) {
            return false;
        }
        double start = cells.value(rows[0]) - rows[0];
        return start == StrictMath.rint(start) && Arrays.stream(rows).allMatch(row -> cells.value(row) - row == start);
    }

    private Optional<ColumnKind> category(Column column) {
        int present = 0;
        Set<String> texts = new HashSet<>();
        boolean[] seen = new boolean[column.codes()];
        for (int row : rows) {
            int code = column.code(row);
            if (!column.emptyCode(code)) {
                present++;
                if (!seen[code]) {
                    seen[code] = true;
                    texts.add(column.textOf(code));
                }
            }
        }
        int distinct = texts.size();
        if (present == 0) {
            return leftOut(
                    column, "it holds nothing in the %s to learn from".formatted(Quoted.count(rows.length, "row")));
        }
        if (distinct == 1 && present == rows.length) {
            return leftOut(column, "every row to learn from holds " + Quoted.text(column.text(rows[0])));
        }
        if (present >= ROWS_FOR_AN_IDENTIFIER && distinct >= MOSTLY_DISTINCT * present) {
            return leftOut(
                    column,
                    "%s of its %s texts are distinct, as in a name or identifier"
                            .formatted(Quoted.number(distinct), Quoted.number(present)));
        }
        return Optional.of(ColumnKind.CATEGORY);
    }

    private void noteMostly(Column column, MostlyNumbers mostly, String nouns) {
        notes.accept(new Note(
                column.name(),
                mostly.texts(),
                "Column %s is taken as a category, because %s; %s to have it read as %s."
                        .formatted(Quoted.text(column.name()), mostly.which(), mostly.advice(), nouns)));
    }

    private void noteDates(Column column, Cells dates) {
        int first = dates.first(all, Cells.TEXT);
        if (OtherDates.fill(column, dates)) {
            notes.accept(new Note(
                    column.name(),
                    rows.length,
                    "Column %s is taken as texts, because its dates, the first %s in %s, are not written as 2026-11-22."
                            .formatted(
                                    Quoted.text(column.name()), Quoted.text(column.text(first)), table.place(first))));
        } else {
            MostlyNumbers.in(table, column, dates, "date", all).ifPresent(texts -> noteMostly(column, texts, "dates"));
        }
    }

    private Optional<ColumnKind> leftOut(Column column, String reason) {
        String sentence = "Column " + Quoted.text(column.name()) + " is left out: " + reason + ".";
        notes.accept(new Note(column.name(), rows.length, sentence));
        return Optional.empty();
    }
}
