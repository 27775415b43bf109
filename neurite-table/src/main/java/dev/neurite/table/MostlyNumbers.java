package dev.neurite.table;

import java.util.Optional;

/// A column that holds numbers, or dates, but for some texts, so that its owner most likely takes it for such.
///
/// @param texts how many cells hold a text
/// @param which says so, as a part of a sentence: `1 of its 30 cells is no number, "?" in line 9`
/// @param advice what makes them readable: `leave such cells empty`
record MostlyNumbers(int texts, String which, String advice) {
    private static final double SHARE = 0.9;
    private static final String COMMA_ADVICE = "give --decimal ,";

    /// Looks whether the cells that are not missing are numbers except for texts that are at most 10 % of them, or
    /// all one and the same sign of a missing value, or numbers with a decimal comma.
    ///
    /// @param cells the column read as numbers or as dates
    /// @param noun `number` or `date`
    /// @param rows in ascending order
    static Optional<MostlyNumbers> in(Table table, Column column, Cells cells, String noun, int[] rows) {
        int texts = cells.count(rows, Cells.TEXT);
        int present = rows.length - cells.count(rows, Cells.MISSING);
        if (texts == 0) {
            return Optional.empty();
        }
        int row = cells.first(rows, Cells.TEXT);
        int commas = noun.equals("number") ? commas(column, cells, rows) : 0;
        if (commas > 0 && present - texts + commas >= SHARE * present) {
            return Optional.of(of(table, column, row, texts, present, noun, COMMA_ADVICE));
        }
        boolean marked = texts < present && isOneMarker(column, cells, row);
        if (!marked && present - texts < SHARE * present) {
            return Optional.empty();
        }
        String advice =
                "leave such cells empty" + (marked ? " or give " + CellText.missingOption(column.text(row)) : "");
        return Optional.of(of(table, column, row, texts, present, noun, advice));
    }

    /// Whether the texts are numbers with a decimal comma.
    boolean decimalComma() {
        return advice.equals(COMMA_ADVICE);
    }

    private static MostlyNumbers of(
            Table table, Column column, int row, int texts, int present, String noun, String advice) {
        String first = Quoted.text(column.text(row)) + " in " + table.place(row);
        String which = texts == 1
                ? "1 of its " + Quoted.number(present) + " cells is no " + noun + ", " + first
                : Quoted.number(texts) + " of its " + Quoted.number(present) + " cells are no " + noun + "s, the first "
                        + first;
        return new MostlyNumbers(texts, which, advice);
    }

    private static boolean isOneMarker(Column column, Cells cells, int row) {
        String marker = column.text(row);
        if (!CellText.isMarker(marker)) {
            return false;
        }
        for (int code = 0; code < cells.codes(); code++) {
            if (cells.stateOf(code) == Cells.TEXT && !column.textOf(code).equals(marker)) {
                return false;
            }
        }
        return true;
    }

    /// How many of the rows hold a number with a decimal comma.
    private static int commas(Column column, Cells cells, int[] rows) {
        boolean[] comma = new boolean[cells.codes()];
        for (int code = 0; code < comma.length; code++) {
            comma[code] = cells.stateOf(code) == Cells.TEXT && CellText.isCommaNumber(column.textOf(code));
        }
        int count = 0;
        for (int row : rows) {
            count += comma[column.code(row)] ? 1 : 0;
        }
        return count;
    }
}
