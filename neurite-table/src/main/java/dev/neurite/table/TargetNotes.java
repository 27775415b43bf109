package dev.neurite.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the owner of the data should know about a target column.
final class TargetNotes {
    private static final double MOSTLY_NUMBERS = 0.9;
    private static final int MANY_LABELS = 50;

    private final Table table;
    private final Column column;
    private final Cells numbers;
    private final int[] rows;

    TargetNotes(Table table, Column column, Cells numbers, int[] rows) {
        this.table = table;
        this.column = column;
        this.numbers = numbers;
        this.rows = rows;
    }

    List<Note> of(Task task, List<String> labels) {
        List<Note> notes = new ArrayList<>();
        int missing = table.rows() - rows.length;
        if (missing > 0) {
            notes.add(missing(missing));
        }
        int texts = numbers.count(rows, Cells.TEXT);
        if (task == Task.CLASSIFICATION && texts > 0 && rows.length - texts >= MOSTLY_NUMBERS * rows.length) {
            notes.add(mostlyNumbers(texts));
        }
        if (labels.size() > MANY_LABELS && 2 * labels.size() > rows.length) {
            notes.add(manyLabels(labels.size()));
        }
        if (task == Task.REGRESSION) {
            coarse().ifPresent(notes::add);
        }
        return notes;
    }

    private Note missing(int count) {
        int notFinite = numbers.count(IntStream.range(0, table.rows()).toArray(), Cells.NOT_FINITE);
        boolean numeric = numbers.count(rows, Cells.TEXT) == 0;
        String besides = numeric && notFinite > 0 ? " or NaN or infinite" : "";
        String sentence = "%s left out, because the target in column %s is missing%s."
                .formatted(count == 1 ? "1 row is" : count + " rows are", Quoted.text(column.name()), besides);
        return new Note(column.name(), count, sentence);
    }

    private Note mostlyNumbers(int texts) {
        int row = numbers.first(rows, Cells.TEXT);
        String first = Quoted.text(column.text(row)) + " in " + table.place(row);
        String which = texts == 1
                ? "1 of its " + rows.length + " cells is no number, " + first
                : texts + " of its " + rows.length + " cells are no numbers, the first " + first;
        return new Note(
                column.name(),
                texts,
                "The target column %s is taken as labels, because %s; leave such cells empty to learn a number."
                        .formatted(Quoted.text(column.name()), which));
    }

    private Optional<Note> coarse() {
        double rounding = 0;
        float[] values = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = (float) numbers.value(rows[i]);
            rounding = Math.max(rounding, Math.abs(numbers.value(rows[i]) - values[i]));
        }
        double std = Moments.of(values).std();
        if (rounding <= EncoderFit.COARSE * std) {
            return Optional.empty();
        }
        return Optional.of(new Note(
                column.name(),
                rows.length,
                "The target column %s is rounded to float32 by up to %s, much beside its standard deviation of %s;"
                                .formatted(Quoted.text(column.name()), (float) rounding, (float) std)
                        + " subtract a constant from it to keep the detail."));
    }

    private Note manyLabels(int labels) {
        return new Note(
                column.name(),
                labels,
                "The target column %s has %d labels in %d rows, too many to learn from so few."
                        .formatted(Quoted.text(column.name()), labels, rows.length));
    }
}
