package dev.neurite.table;

import dev.neurite.data.Dataset;
import dev.neurite.loss.Loss;
import java.util.List;
import java.util.Optional;

/// A table ready to learn from: rows parted, columns inferred and fitted on the training rows alone, every cell that
/// will be needed read once, so that nothing is refused after hours of training.
///
/// Rows that steer anything have been seen, so the test rows are set aside first, then the rows that decide when to
/// stop; the network learns from the rest.
///
/// @param columns the targets as found in the table
/// @param target the target as the model holds it
/// @param loss what is made small
/// @param preprocessing how rows become inputs
/// @param training the rows to learn from
/// @param trainingData these rows as examples, with their weights
/// @param validation the rows that decide when to stop; may be empty
/// @param validationData these rows as examples, with their weights; empty if there are none
/// @param test the rows to measure the result on; may be empty
/// @param notes what was done with the data without being asked
public record PreparedTable(
        TargetColumns columns,
        Target target,
        Loss loss,
        Preprocessing preprocessing,
        TablePart training,
        Dataset trainingData,
        TablePart validation,
        Optional<Dataset> validationData,
        TablePart test,
        List<Note> notes) {
    /// Copies the notes.
    public PreparedTable {
        notes = List.copyOf(notes);
    }

    /// Rows of the table that have a target, whatever their purpose.
    public int rows() {
        return columns.rows().length;
    }
}
