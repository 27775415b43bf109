package dev.neurite.table;

import java.util.stream.IntStream;

/// The true values of a target in a table: the index of the label, or the number. Immutable.
public final class TargetValues {
    private static final int LABELS_IN_A_MESSAGE = 8;

    private final Target target;
    private final float[] values; // of each row; NaN if missing

    TargetValues(Table table, Target target) {
        Column column = table.column(target.column());
        this.target = target;
        this.values = target instanceof Target.Classification classification
                ? classes(table, column, classification)
                : numbers(table, column);
    }

    /// What is read.
    public Target target() {
        return target;
    }

    /// The rows that have a value, in ascending order.
    public int[] rows() {
        return IntStream.range(0, values.length)
                .filter(row -> !Float.isNaN(values[row]))
                .toArray();
    }

    /// The value in a row: the index of its label, or the number in its unit; NaN if missing.
    public float value(int row) {
        return values[row];
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

    private static float[] classes(Table table, Column column, Target.Classification classification) {
        TargetLabels labels = new TargetLabels(classification.labels());
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
                                Quoted.texts(classification.labels(), LABELS_IN_A_MESSAGE)));
            }
        }
        return read;
    }
}
