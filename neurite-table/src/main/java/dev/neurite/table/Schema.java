package dev.neurite.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// The columns that a model reads, in order, and what they are.
///
/// @param features the columns; at least one, no name twice
public record Schema(List<Feature> features) {
    /// Copies the list.
    ///
    /// @throws IllegalArgumentException if it is empty or names a column twice
    public Schema {
        features = List.copyOf(features);
        if (features.isEmpty()) {
            throw new IllegalArgumentException("Schema.features must name at least one column");
        }
        if (features.stream().map(Feature::column).distinct().count() < features.size()) {
            throw new IllegalArgumentException("Schema.features must name each column once, got " + features);
        }
    }

    /// Infers what the columns of a table are and which of them are worth reading.
    ///
    /// What a column is, every row of the table tells, so that it does not depend on the rows drawn to learn from:
    ///
    /// - A column is a **number** if every cell that is not missing is a decimal number, such as `-1.5`, `.5` or
    ///   `1e5`; NaN and infinite cells count as missing.
    /// - It is a **date** if every cell that is not missing is an ISO date, with or without time.
    /// - Else it is a **category**; booleans are categories as written.
    ///
    /// Left out, by the rows to learn from alone, each with a note: columns that hold nothing; columns that hold
    /// the same in every row; texts of
    /// which at least 95 % are distinct among at least 50 rows; numbers that count the rows (each is the one before
    /// plus one) over at least 20 rows.
    ///
    /// @param target the column to predict; it is no feature
    /// @param excluded more columns that are no features
    /// @param rows the rows to learn from
    /// @param notes takes what was left out or is doubtful, in the order of the columns
    /// @throws DataFormatException if a named column is not there, or no column is left
    public static Schema infer(
            Table table, String target, Collection<String> excluded, int[] rows, Consumer<Note> notes) {
        return infer(table, List.of(target), excluded, rows, notes);
    }

    /// Infers the columns with several targets.
    ///
    /// @param targets the columns to predict; they are no features
    /// @throws DataFormatException if a named column is not there, or no column is left
    public static Schema infer(
            Table table, List<String> targets, Collection<String> excluded, int[] rows, Consumer<Note> notes) {
        return new SchemaInference(table, rows, notes).infer(targets, excluded);
    }

    /// [#infer] with nothing excluded and nobody to hear the notes.
    public static Schema infer(Table table, String target, int[] rows) {
        return infer(table, target, List.of(), rows, new ArrayList<Note>()::add);
    }
}
