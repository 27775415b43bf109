package dev.neurite.table;

import dev.neurite.data.Dataset;
import java.util.List;

/// Rows of a table as examples for training: encoded inputs and, for each target, the index of the label or the
/// number as the network learns it. Immutable and safe to share.
///
/// The inputs are kept encoded, since training copies them once in each epoch; those of a table too large for that
/// (more than [#LARGEST_KEPT] numbers) are encoded when asked for.
public final class TableDataset implements Dataset {
    /// The most numbers that are kept: 256 MB.
    static final int LARGEST_KEPT = 1 << 26;

    private final EncodedTable inputs;
    private final float[] kept; // all inputs, or empty
    private final float[] targets; // one row after another
    private final int width;

    /// @param keep whether to keep the inputs encoded
    TableDataset(EncodedTable inputs, float[] targets, boolean keep) {
        this.inputs = inputs;
        this.width = targets.length / Math.max(1, inputs.rows());
        this.kept = keep ? inputs.toArray() : new float[0];
        this.targets = targets;
    }

    /// The examples in some rows of a table.
    ///
    /// @param rows rows that have a target, such as a [RowSplit] gives
    /// @throws DataFormatException if a cell in one of the rows cannot be read as the preprocessing or the
    ///     target needs
    public static TableDataset of(Table table, Preprocessing preprocessing, Target target, int[] rows) {
        TargetValues values = target.read(table);
        List<Target.Single> singles = target.singles();
        float[] targets = new float[Math.multiplyExact(rows.length, singles.size())];
        for (int i = 0; i < targets.length; i++) {
            int row = rows[i / singles.size()];
            Target.Single single = singles.get(i % singles.size());
            float value = values.value(row, i % singles.size());
            if (Float.isNaN(value)) {
                throw new IllegalArgumentException(
                        "rows must have a target, but it is missing in " + table.place(row, single.column()));
            }
            targets[i] = single.learned(value);
        }
        EncodedTable inputs = preprocessing.encode(table, rows);
        return new TableDataset(inputs, targets, (long) rows.length * inputs.width() <= LARGEST_KEPT);
    }

    /// What was done with cells that are not as in training, in the order of the columns.
    public List<Note> notes() {
        return inputs.notes();
    }

    @Override
    public int size() {
        return inputs.rows();
    }

    @Override
    public int inputs() {
        return inputs.width();
    }

    @Override
    public int targets() {
        return width;
    }

    @Override
    public void copyInputs(int row, float[] to, int offset) {
        if (kept.length > 0) {
            System.arraycopy(kept, row * inputs.width(), to, offset, inputs.width());
        } else {
            inputs.copy(row, to, offset);
        }
    }

    @Override
    public void copyTargets(int row, float[] to, int offset) {
        System.arraycopy(targets, row * width, to, offset, width);
    }

    @Override
    public float weight(int row) {
        return 1;
    }
}
