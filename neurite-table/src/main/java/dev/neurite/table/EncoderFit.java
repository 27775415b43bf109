package dev.neurite.table;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Fits the encoder of one column on the rows to learn from.
final class EncoderFit {
    private final Table table;
    private final int[] rows;
    private final Consumer<Note> notes;

    /// @param rows in ascending order
    EncoderFit(Table table, int[] rows, Consumer<Note> notes) {
        this.table = table;
        this.rows = rows;
        this.notes = notes;
    }

    Encoder fit(Feature feature) {
        Column column = table.column(feature.column());
        return switch (feature.kind()) {
            case NUMBER -> numbers(column, Cells.require(table, feature, rows));
            case DATE -> new DateEncoder(numbers(column, Cells.require(table, feature, rows)));
            case CATEGORY -> categories(column);
        };
    }

    private NumberEncoder numbers(Column column, Cells cells) {
        float[] values = new float[cells.count(rows, Cells.NUMBER)];
        Rounding rounding = new Rounding();
        int count = 0;
        for (int row : rows) {
            if (cells.state(row) == Cells.NUMBER) {
                values[count++] = rounding.round(cells.value(row));
            }
        }
        Moments moments = Moments.fenced(values);
        rounding.lossOf("Column " + Quoted.text(column.name()), moments.std())
                .ifPresent(sentence -> note(column, rows.length, sentence));
        noteOutside(column, moments.outside(), values.length);
        float std = (float) moments.std();
        boolean missing = values.length < rows.length;
        return new NumberEncoder(
                column.name(), (float) moments.mean(), std > 0 ? std : 1, NumberEncoder.LIMIT, missing);
    }

    private void noteOutside(Column column, int outside, int count) {
        if (outside > 0) {
            note(
                    column,
                    outside,
                    "%s of %s numbers in column %s are far from all others and count less in its mean and deviation."
                            .formatted(Quoted.number(outside), Quoted.number(count), Quoted.text(column.name())));
        }
    }

    private void note(Column column, int count, String sentence) {
        notes.accept(new Note(column.name(), count, sentence));
    }

    private CategoryEncoder categories(Column column) {
        Map<String, Integer> counts = new TreeMap<>(); // by text, which is the order of the levels
        int[] byCode = new int[column.codes()];
        for (int row : rows) {
            byCode[column.code(row)]++;
        }
        int present = 0;
        for (int code = 0; code < byCode.length; code++) {
            if (byCode[code] > 0 && !column.emptyCode(code)) {
                counts.merge(column.textOf(code), byCode[code], Integer::sum);
                present += byCode[code];
            }
        }
        boolean pooled = counts.size() > CategoryEncoder.MOST_LEVELS;
        List<String> levels = pooled ? mostFrequent(column, counts) : List.copyOf(counts.keySet());
        return new CategoryEncoder(column.name(), levels, pooled, present < rows.length);
    }

    private List<String> mostFrequent(Column column, Map<String, Integer> counts) {
        int kept = CategoryEncoder.MOST_LEVELS - 1;
        int others = counts.size() - kept;
        note(
                column,
                others,
                "Column %s has %d categories; the %d most frequent are kept and the other %d pooled into one."
                        .formatted(Quoted.text(column.name()), counts.size(), kept, others));
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.reverseOrder())) // stable: ties stay in the order of texts
                .limit(kept)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
