package dev.neurite.table;

import java.util.Optional;

/// A column that holds numbers but for a few texts, so that its owner most likely takes it for numbers.
///
/// @param texts how many cells hold a text
/// @param which says so, as a part of a sentence: `1 of its 30 cells is no number, "?" in line 9`
record MostlyNumbers(int texts, String which) {
    private static final double SHARE = 0.9;

    /// Looks whether at least 90 % of the cells that are not missing, but not all, are numbers.
    ///
    /// @param rows in ascending order
    static Optional<MostlyNumbers> in(Table table, Column column, Cells numbers, int[] rows) {
        int texts = numbers.count(rows, Cells.TEXT);
        int present = rows.length - numbers.count(rows, Cells.MISSING);
        if (texts == 0 || present - texts < SHARE * present) {
            return Optional.empty();
        }
        int row = numbers.first(rows, Cells.TEXT);
        String first = Quoted.text(column.text(row)) + " in " + table.place(row);
        return Optional.of(new MostlyNumbers(
                texts,
                texts == 1
                        ? "1 of its " + present + " cells is no number, " + first
                        : texts + " of its " + present + " cells are no numbers, the first " + first));
    }
}
