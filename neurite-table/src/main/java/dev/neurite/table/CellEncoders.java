package dev.neurite.table;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Binds encoders to the columns of one table: reads each distinct cell once, refuses what cannot be read, and notes
/// what training never saw.
final class CellEncoders {
    private final Table table;
    private final int[] rows;
    private final Consumer<Note> notes;

    CellEncoders(Table table, int[] rows, Consumer<Note> notes) {
        this.table = table;
        this.rows = rows;
        this.notes = notes;
    }

    CellEncoder of(Encoder encoder) {
        Column column = table.columnForModel(encoder.column());
        return switch (encoder) {
            case NumberEncoder number -> {
                float[] values = values(encoder, column, number.indicator());
                yield (row, to, offset) -> number.encode(values[column.code(row)], to, offset);
            }
            case DateEncoder date -> {
                float[] values = values(encoder, column, date.days().indicator());
                yield (row, to, offset) -> date.encode(values[column.code(row)], to, offset);
            }
            case CategoryEncoder category -> {
                int[] inputs = inputs(category, column);
                int width = category.width();
                yield (row, to, offset) -> oneHot(inputs[column.code(row)], width, to, offset);
            }
        };
    }

    private static void oneHot(int input, int width, float[] to, int offset) {
        Arrays.fill(to, offset, offset + width, 0);
        if (input >= 0) {
            to[offset + input] = 1;
        }
    }

    /// The float32 of each code, NaN where it is missing.
    private float[] values(Encoder encoder, Column column, boolean missedInTraining) {
        Cells cells = Cells.require(table, new Feature(encoder.column(), encoder.kind()), rows);
        noteNotFinite(column, cells.count(rows, Cells.NOT_FINITE));
        int missing = missedInTraining ? 0 : rows.length - cells.count(rows, Cells.NUMBER);
        noteMissing(column, missing, "taken as the mean");
        float[] values = new float[cells.codes()];
        for (int code = 0; code < values.length; code++) {
            values[code] = (float) cells.valueOf(code);
        }
        return values;
    }

    private void noteNotFinite(Column column, int count) {
        if (count > 0) {
            String verbs = count == 1 ? "is no finite number and is" : "are no finite numbers and are";
            note(column, count, verbs + " taken as missing");
        }
    }

    private void noteMissing(Column column, int count, String taken) {
        if (count > 0) {
            note(column, count, (count == 1 ? "is" : "are") + " missing, though none was in training, and " + taken);
        }
    }

    private void note(Column column, int count, String predicate) {
        String subject = Quoted.count(count, "cell") + " of column " + Quoted.text(column.name());
        notes.accept(new Note(column.name(), count, subject + " " + predicate + "."));
    }

    /// The input that is 1 for each code, or -1.
    private int[] inputs(CategoryEncoder encoder, Column column) {
        Map<String, Integer> byLevel = encoder.inputByLevel();
        int[] inputs = new int[column.codes()];
        boolean[] unknown = new boolean[column.codes()];
        for (int code = 0; code < inputs.length; code++) {
            Integer input = column.emptyCode(code)
                    ? Integer.valueOf(encoder.missingInput())
                    : input(encoder, byLevel, column.textOf(code));
            unknown[code] = input == null;
            inputs[code] = input == null ? encoder.otherInput() : input;
        }
        noteCategories(encoder, column, unknown);
        return inputs;
    }

    private static @Nullable Integer input(CategoryEncoder encoder, Map<String, Integer> byLevel, String text) {
        Integer input = byLevel.get(text);
        return input != null
                ? input
                : byLevel.get(Booleans.find(encoder.levels(), text).orElse(text));
    }

    private void noteCategories(CategoryEncoder encoder, Column column, boolean[] unknown) {
        int missing = 0;
        int unseen = 0;
        int firstUnseen = 0;
        for (int row : rows) {
            missing += column.emptyCode(column.code(row)) ? 1 : 0;
            if (unknown[column.code(row)] && unseen++ == 0) {
                firstUnseen = row;
            }
        }
        noteMissing(column, encoder.missing() ? 0 : missing, "taken as none of the categories");
        if (unseen > 0 && !encoder.pooled()) { // pooled texts may well have been in training
            String first = Quoted.text(column.text(firstUnseen)) + " in " + table.place(firstUnseen);
            String holds = unseen == 1 ? "holds a category" : "hold categories";
            note(
                    column,
                    unseen,
                    holds + " that training never saw, first " + first + ", taken as none of the categories");
        }
    }
}
