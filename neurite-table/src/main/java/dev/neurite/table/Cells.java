package dev.neurite.table;

/// The cells of a column read as numbers or as dates, one entry for each code of the column.
final class Cells {
    static final byte MISSING = NumberParser.MISSING;
    static final byte NUMBER = NumberParser.NUMBER;
    static final byte NOT_FINITE = NumberParser.NOT_FINITE;
    static final byte TEXT = NumberParser.TEXT;

    private final Column column;
    private final byte[] states;
    private final double[] values;

    private Cells(Column column) {
        this.column = column;
        this.states = new byte[column.codes()];
        this.values = new double[column.codes()];
    }

    /// Reads a column as numbers or dates and refuses texts in the given rows.
    ///
    /// @throws DataFormatException if the column is not there, or a cell in one of the rows holds another text
    static Cells require(Table table, Feature feature, int[] rows) {
        Column column = table.column(feature.column());
        Cells cells = feature.kind() == ColumnKind.DATE ? dates(column) : numbers(column);
        int row = cells.first(rows, TEXT);
        if (row >= 0) {
            String sentence = feature.kind() == ColumnKind.DATE
                    ? "%s: %s is no date such as 2026-11-22 (%d of %d cells are not); correct it or leave it empty."
                    : "%s: %s is no number, but numbers are read here (%d of %d cells hold none);"
                            + " correct it or leave it empty.";
            throw new DataFormatException(hinted(sentence, column.text(row))
                    .formatted(
                            table.place(row, column.name()),
                            Quoted.text(column.text(row)),
                            cells.count(rows, TEXT),
                            rows.length));
        }
        return cells;
    }

    private static String hinted(String sentence, String text) {
        String option = CellText.isCommaNumber(text)
                ? "give --decimal ,"
                : CellText.isMarker(text) ? "give " + CellText.missingOption(text) : "";
        return option.isEmpty()
                ? sentence
                : sentence.replace(" or leave it empty.", ", leave it empty or " + option + ".");
    }

    /// Reads every cell as a number. A date of a typed source is text here: it is no number.
    static Cells numbers(Column column) {
        Cells cells = new Cells(column);
        NumberParser parser = new NumberParser();
        for (int code = 0; code < cells.states.length; code++) {
            switch (column) {
                case TextColumn text -> cells.set(code, text.dictionary().parse(code, parser), parser.value());
                case NumberColumn number -> cells.set(code, NumberParser.state(number.value(code)), number.value(code));
                case DateColumn date -> cells.set(code, date.missingCode(code) ? MISSING : TEXT, Double.NaN);
            }
        }
        return cells;
    }

    /// Reads every cell as a date, in days since 1970. A number of a typed source is text here: it is no date.
    static Cells dates(Column column) {
        Cells cells = new Cells(column);
        for (int code = 0; code < cells.states.length; code++) {
            if (column.missingCode(code)) {
                cells.set(code, MISSING, Double.NaN);
            } else {
                cells.setDate(code);
            }
        }
        return cells;
    }

    private void setDate(int code) {
        if (column instanceof DateColumn date) {
            set(code, NUMBER, date.days(code));
        } else if (column instanceof TextColumn text) {
            long micros = DateText.micros(text.textOf(code));
            boolean isDate = micros != DateText.NONE;
            set(code, isDate ? NUMBER : TEXT, isDate ? DateColumn.daysOf(micros) : Double.NaN);
        } else {
            set(code, TEXT, Double.NaN);
        }
    }

    private void set(int code, byte state, double value) {
        states[code] = state;
        values[code] = state == NUMBER ? value : Double.NaN;
    }

    /// How many codes there are.
    int codes() {
        return states.length;
    }

    /// What the cells of a code hold: [#MISSING], [#NUMBER] (or a date), [#NOT_FINITE] or [#TEXT].
    byte stateOf(int code) {
        return states[code];
    }

    /// The number, or days since 1970; NaN unless the state is [#NUMBER].
    double valueOf(int code) {
        return values[code];
    }

    /// What the cell of a row holds.
    byte state(int row) {
        return states[column.code(row)];
    }

    /// The number in a row, or days since 1970; NaN unless the state is [#NUMBER].
    double value(int row) {
        return values[column.code(row)];
    }

    /// In how many of the rows the cells hold this.
    int count(int[] rows, byte state) {
        int count = 0;
        for (int row : rows) {
            count += state(row) == state ? 1 : 0;
        }
        return count;
    }

    /// The first of the rows whose cell holds this; -1 if none does.
    int first(int[] rows, byte state) {
        for (int row : rows) {
            if (state(row) == state) {
                return row;
            }
        }
        return -1;
    }
}
