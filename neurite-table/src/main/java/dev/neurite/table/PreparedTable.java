package dev.neurite.table;

import dev.neurite.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A table ready to learn from: rows parted, columns inferred and fitted on the training rows alone, every cell that
/// will be needed read once, so that nothing is refused after hours of training.
///
/// Rows that steer anything have been seen, so the test rows are set aside first, then the rows that decide when to
/// stop; the network learns from the rest.
///
/// @param column the target as found in the table
/// @param target the target as the model holds it
/// @param preprocessing how rows become inputs
/// @param training the rows to learn from
/// @param trainingData these rows as examples
/// @param validation the rows that decide when to stop; may be empty
/// @param validationData these rows as examples; empty if there are none
/// @param test the rows to measure the result on; may be empty
/// @param notes what was done with the data without being asked
public record PreparedTable(
        TargetColumn column,
        Target target,
        Preprocessing preprocessing,
        TablePart training,
        TableDataset trainingData,
        TablePart validation,
        Optional<TableDataset> validationData,
        TablePart test,
        List<Note> notes) {
    /// Copies the notes.
    public PreparedTable {
        notes = List.copyOf(notes);
    }

    /// Parts and fits a table.
    ///
    /// @param column the target in the table
    /// @param excluded columns that are not learned from
    /// @param test rows that the result is measured on and that nothing else sees
    /// @param validation rows that decide when to stop and which epoch is the best
    /// @param seed key of the draws of rows
    /// @throws DataFormatException if the table cannot be learned from
    public static PreparedTable of(
            Table table, TargetColumn column, List<String> excluded, HeldOut test, HeldOut validation, Seed seed) {
        RowSplit first = column.split(column.rows(), test.fractionDrawn(), seed.split("test"));
        return of(table, column, excluded, first, test, validation, seed);
    }

    /// [#of] with the rows for the test already parted from the others.
    static PreparedTable of(
            Table table,
            TargetColumn column,
            List<String> excluded,
            RowSplit first,
            HeldOut test,
            HeldOut validation,
            Seed seed) {
        List<Note> notes = new ArrayList<>(column.notes());
        RowSplit second = column.split(first.train(), validation.fractionDrawn(), seed.split("validation"));
        int[] rows = second.train();
        Target target = column.fit(rows);
        Schema schema = Schema.infer(table, column.name(), excluded, rows, notes::add);
        Preprocessing preprocessing = Preprocessing.fit(table, schema, rows, notes::add);
        TargetValues truth = target.read(table);
        TablePart training = new TablePart(table, truth, rows);
        TablePart forStopping = heldOut("validation", validation, table, truth, second, notes::add);
        TablePart forTest = heldOut("test", test, table, truth, first, notes::add);
        TableDataset data = training.dataset(preprocessing);
        notes.addAll(data.notes());
        Optional<TableDataset> stopping =
                forStopping.isEmpty() ? Optional.empty() : Optional.of(forStopping.dataset(preprocessing));
        stopping.ifPresent(rowsForStopping -> add(rowsForStopping.notes(), "validation", notes::add));
        add(preprocessing.encode(forTest.table(), forTest.rows()).notes(), "test", notes::add);
        return new PreparedTable(column, target, preprocessing, training, data, forStopping, stopping, forTest, notes);
    }

    private static TablePart heldOut(
            String purpose, HeldOut from, Table table, TargetValues truth, RowSplit split, Consumer<Note> notes) {
        if (from instanceof HeldOut.Other other) {
            TablePart part = TablePart.whole(other.table(), truth.target(), notes);
            if (part.isEmpty()) {
                throw new DataFormatException("%s has no row with a target in column \"%s\"."
                        .formatted(other.table().name(), truth.target().column()));
            }
            return part;
        }
        TablePart part = new TablePart(table, truth, split.heldOut());
        if (part.isEmpty() && !from.isNone()) {
            notes.accept(new Note(
                    "",
                    0,
                    "The %s share of %s is no row of so few, so there are no %s rows."
                            .formatted(purpose, from.fractionDrawn(), purpose)));
        }
        return part;
    }

    private static void add(List<Note> held, String name, Consumer<Note> notes) {
        for (Note note : held) {
            notes.accept(new Note(note.column(), note.count(), "In the " + name + " rows, " + note.sentence()));
        }
    }

    /// Rows of the table that have a target, whatever their purpose.
    public int rows() {
        return column.rows().length;
    }

    /// What 1 in the metric that training measures, which sees standardised targets, is in the target's unit.
    public double metricUnit() {
        return target instanceof Target.Regression regression ? regression.std() : 1;
    }
}
