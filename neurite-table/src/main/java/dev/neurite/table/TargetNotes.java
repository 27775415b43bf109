package dev.neurite.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the owner of the data should know about a target column.
final class TargetNotes {
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
        if (task == Task.CLASSIFICATION) {
            MostlyNumbers.in(table, column, numbers, "number", rows)
                    .map(this::note)
                    .ifPresent(notes::add);
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
                .formatted(
                        count == 1 ? "1 row is" : Quoted.number(count) + " rows are",
                        Quoted.text(column.name()),
                        besides);
        return new Note(column.name(), count, sentence);
    }

    private Note note(MostlyNumbers mostly) {
        return new Note(
                column.name(),
                mostly.texts(),
                "The target column %s is taken as labels, because %s; %s to learn a number."
                        .formatted(Quoted.text(column.name()), mostly.which(), mostly.advice()));
    }

    private Optional<Note> coarse() {
        Rounding rounding = new Rounding();
        float[] values = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = rounding.round(numbers.value(rows[i]));
        }
        return rounding.lossOf(
                        "The target column " + Quoted.text(column.name()),
                        Moments.of(values).std())
                .map(sentence -> new Note(column.name(), rows.length, sentence));
    }

    private Note manyLabels(int labels) {
        return new Note(
                column.name(),
                labels,
                "The target column %s has %d labels in %d rows, too many to learn from so few."
                        .formatted(Quoted.text(column.name()), labels, rows.length));
    }
}
