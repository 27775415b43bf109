package dev.neurite.table;

/// A named column of a [Table], immutable.
///
/// Each row holds a *code*, and rows with equal codes hold the same cell, so that what is derived from a cell is worked
/// out once for each code. In a [TextColumn] equal texts share a code unless nearly all are different; in the typed
/// columns a row is its own code.
public sealed interface Column permits TextColumn, NumberColumn, DateColumn {
    /// The name in the header, unchanged.
    String name();

    /// The number of rows.
    int rows();

    /// The code of the cell in a row, from 0 to `codes() - 1`.
    int code(int row);

    /// The number of codes.
    int codes();

    /// The text of a cell, as written in the file or, for a typed source, in its shortest exact form; a missing
    /// cell of a typed source is the empty text.
    String textOf(int code);

    /// Whether a cell holds nothing: an empty or blank text, a null, a NaN.
    boolean missingCode(int code);

    /// Whether the text of a cell is empty, which is what a category takes for missing: a blank is a text there, so
    /// that a model file can say the same.
    default boolean emptyCode(int code) {
        return textOf(code).isEmpty();
    }

    /// The text of the cell in a row.
    default String text(int row) {
        return textOf(code(row));
    }

    /// Whether the cell in a row holds nothing.
    default boolean missing(int row) {
        return missingCode(code(row));
    }
}
