package dev.neurite.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// How a file writes numbers and missing cells where that is not `1234.5` and an empty cell.
///
/// It is applied to a table before anything else looks at it, and no model keeps it: a table to predict that is written
/// in the same way is read by the same format. Only texts change: what a typed source knows as a number stays.
///
/// @param decimalComma whether `0,63`, `1.234,5` and `1.234` are 0.63, 1234.5 and 1234
/// @param missing texts that count as missing, without blanks around them
public record CellFormat(boolean decimalComma, Set<String> missing) {
    /// Copies the set.
    public CellFormat {
        missing = Set.copyOf(missing);
    }

    /// Numbers with a decimal point, missing cells empty.
    public static CellFormat usual() {
        return new CellFormat(false, Set.of());
    }

    /// The table as it is written in the usual format.
    ///
    /// @throws DataFormatException if a column holds numbers with a decimal comma and others with a decimal point
    public Table read(Table table) {
        if (!decimalComma && missing.isEmpty()) {
            return table;
        }
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(column instanceof TextColumn text ? read(table, text) : column);
        }
        return table.withColumns(columns);
    }

    private TextColumn read(Table table, TextColumn column) {
        String[] texts = new String[column.codes()];
        boolean commas = decimalComma && !column.typed() && holdsCommaNumbers(column);
        boolean points = decimalComma && !column.typed();
        for (int code = 0; code < texts.length; code++) {
            String text = column.textOf(code);
            boolean number = points && (CellText.isCommaNumber(text) || CellText.isGrouped(text));
            if (commas && !number && CellText.isPointNumber(text)) {
                throw refused(table, column, code);
            }
            texts[code] = missing.contains(text.strip()) ? "" : number ? CellText.withPoint(text) : text;
        }
        return column.withTexts(texts);
    }

    private static boolean holdsCommaNumbers(TextColumn column) {
        for (int code = 0; code < column.codes(); code++) {
            if (CellText.isCommaNumber(column.textOf(code))) {
                return true;
            }
        }
        return false;
    }

    private static DataFormatException refused(Table table, TextColumn column, int code) {
        int row = 0;
        while (column.code(row) != code) {
            row++;
        }
        return new DataFormatException(
                "%s: %s has a decimal point, but other cells of the column a decimal comma; write all of them alike."
                        .formatted(table.place(row, column.name()), Quoted.text(column.textOf(code))));
    }
}
