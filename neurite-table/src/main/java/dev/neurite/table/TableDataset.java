package dev.neurite.table;

import dev.neurite.data.Dataset;
import java.util.List;

/// Rows of a table as examples for training: encoded inputs and, as the target, the index of the label or the
/// standardised number. Immutable and safe to share.
public final class TableDataset implements Dataset {
    private final EncodedTable inputs;
    private final float[] targets;

    private TableDataset(EncodedTable inputs, float[] targets) {
        this.inputs = inputs;
        this.targets = targets;
    }

    /// The examples in some rows of a table.
    ///
    /// @param rows rows that have a target, such as a [RowSplit] gives
    /// @throws DataFormatException if a cell in one of the rows cannot be read as the preprocessing or the target
    ///     needs
    public static TableDataset of(Table table, Preprocessing preprocessing, Target target, int[] rows) {
        TargetValues values = target.read(table);
        float[] targets = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            float value = values.value(rows[i]);
            if (Float.isNaN(value)) {
                throw new IllegalArgumentException(
                        "rows must have a target, but it is missing in " + table.place(rows[i], target.column()));
            }
            targets[i] = target instanceof Target.Regression regression ? regression.standardized(value) : value;
        }
        return new TableDataset(preprocessing.encode(table, rows), targets);
    }

    /// What was done with cells that are not as in training, in the order of the columns.
    public List<Note> notes() {
        return inputs.notes();
    }

    @Override
    public int size() {
        return targets.length;
    }

    @Override
    public int inputs() {
        return inputs.width();
    }

    @Override
    public int targets() {
        return 1;
    }

    @Override
    public void copyInputs(int row, float[] to, int offset) {
        inputs.copy(row, to, offset);
    }

    @Override
    public void copyTargets(int row, float[] to, int offset) {
        to[offset] = targets[row];
    }

    @Override
    public float weight(int row) {
        return 1;
    }
}
