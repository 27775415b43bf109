package dev.neurite.table;

import dev.neurite.random.Seed;
import java.util.List;

/// A table dealt out for k-fold cross-validation (Stone 1974): every row with a target is measured in exactly one fold,
/// by a network that learned from the others. What a [TableTrainer] fits, encoders and means, it fits for each fold
/// anew, so that the measured rows steer nothing. Immutable.
public final class FoldedTable {
    private final TableTrainer trainer;
    private final Table table;
    private final Seed seed;
    private final List<RowSplit> splits;

    /// Deals out the rows by the seed of the trainer, those of a single classification with the labels in the
    /// same shares.
    ///
    /// @param count how many folds, at least 2
    /// @throws DataFormatException if the table cannot be learned from, or has fewer rows
    FoldedTable(TableTrainer trainer, Table table, int count) {
        if (count < 2) {
            throw new IllegalArgumentException("folds must be at least 2, got " + count);
        }
        this.trainer = trainer.withTest(HeldOut.none());
        this.table = table;
        this.seed = trainer.usual().seed();
        TargetColumns columns = new Preparation(this.trainer, table).columns();
        int rows = columns.rows().length;
        if (rows < count) {
            throw new DataFormatException("%s has %s with a target, too few for %d folds."
                    .formatted(table.name(), Quoted.count(rows, "row"), count));
        }
        this.splits = columns.folds(count, seed.split("folds"));
    }

    /// How many folds there are.
    public int count() {
        return splits.size();
    }

    /// The table parted for a fold: its test rows are those of the fold.
    ///
    /// @param fold which one, from 0
    public PreparedTable prepare(int fold) {
        return new Preparation(trainer, table).prepare(splits.get(fold), seed);
    }
}
