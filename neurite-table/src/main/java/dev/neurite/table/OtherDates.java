package dev.neurite.table;

/// Columns of dates that are not written as ISO 8601 has it.
final class OtherDates {
    private OtherDates() {}

    /// Whether all cells that are neither missing nor dates as they are read look like dates, and there is one.
    ///
    /// @param dates the column read as dates
    static boolean fill(Column column, Cells dates) {
        boolean any = false;
        for (int code = 0; code < dates.codes(); code++) {
            if (dates.stateOf(code) == Cells.TEXT) {
                any = true;
                if (!CellText.isOtherDate(column.textOf(code))) {
                    return false;
                }
            }
        }
        return any;
    }
}
