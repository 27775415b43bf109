package dev.neurite.table;

import java.util.List;
import java.util.stream.IntStream;

/// The true values of a target in a table: the index of the label, or the number. Immutable.
public final class TargetValues {
    private static final int LABELS_IN_A_MESSAGE = 8;

    private final Target target;
    private final List<float[]> values; // of each single target, in each row; NaN if missing

    TargetValues(Table table, Target target) {
        this.target = target;
        this.values =
                target.singles().stream().map(single -> values(table, single)).toList();
    }

    private TargetValues(Target target, List<float[]> values) {
        this.target = target;
        this.values = values;
    }

    /// The values of one of several targets.
    ///
    /// @param single which one, from 0
    TargetValues of(int single) {
        return new TargetValues(target.singles().get(single), List.of(values.get(single)));
    }

    private static float[] values(Table table, Target.Single single) {
        Column column = table.column(single.column());
        return switch (single) {
            case Target.Classification classification -> classes(table, column, classification.labels());
            case Target.YesNo yesNo -> classes(table, column, yesNo.labels());
            case Target.Regression ignored -> numbers(table, column);
        };
    }

    /// What is read.
    public Target target() {
        return target;
    }

    /// The rows that have a value, of several targets all values, in ascending order.
    public int[] rows() {
        return IntStream.range(0, values.getFirst().length)
                .filter(row -> values.stream().noneMatch(each -> Float.isNaN(each[row])))
                .toArray();
    }

    /// The value in a row: the index of its label, or the number in its unit; NaN if missing. Of several targets
    /// the first.
    public float value(int row) {
        return value(row, 0);
    }

    /// The value of one of several targets.
    ///
    /// @param single which one, from 0
    public float value(int row, int single) {
        return values.get(single)[row];
    }

    private static float[] numbers(Table table, Column column) {
        int[] all = IntStream.range(0, column.rows()).toArray();
        Cells cells = Cells.require(table, new Feature(column.name(), ColumnKind.NUMBER), all);
        float[] read = new float[column.rows()];
        for (int row = 0; row < read.length; row++) {
            read[row] = (float) cells.value(row);
        }
        return read;
    }

    private static float[] classes(Table table, Column column, List<String> learned) {
        TargetLabels labels = new TargetLabels(learned);
        Cells numbers = Cells.numbers(column);
        float[] byCode = new float[column.codes()];
        for (int code = 0; code < byCode.length; code++) {
            byCode[code] = labels.index(column, numbers, code);
        }
        float[] read = new float[column.rows()];
        for (int row = 0; row < read.length; row++) {
            read[row] = byCode[column.code(row)];
            if (read[row] < 0) {
                throw new DataFormatException("%s: %s is none of the labels that were learned, %s."
                        .formatted(
                                table.place(row, column.name()),
                                Quoted.text(column.text(row)),
                                Quoted.texts(learned, LABELS_IN_A_MESSAGE)));
            }
        }
        return read;
    }
}
