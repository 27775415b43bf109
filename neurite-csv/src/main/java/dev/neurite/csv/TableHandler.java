package dev.neurite.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.neurite.table.Column;
import dev.neurite.table.DataFormatException;
import dev.neurite.table.Table;
import dev.neurite.table.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Takes the fields from the parser: the first record names the columns, each later one adds a row.
///
/// Empty lines are held back until it is known whether anything follows: at the end of the file they mean nothing;
/// before a row they are a missing cell of a file with one column and a row with too few fields in any other.
final class TableHandler extends AbstractBaseCsvCallbackHandler<Boolean> {
    private final String name;
    private final char separator;
    private final List<String> header = new ArrayList<>();
    private TextColumn.Builder[] columns = {};
    private int[] lines = new int[64];
    private int rows;
    private int emptyLines;
    private long firstEmptyLine;
    private boolean empty;

    TableHandler(String name, char separator) {
        this.name = name;
        this.separator = separator;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        empty = false;
    }

    @Override
    protected void handleEmpty() {
        empty = true;
        if (emptyLines++ == 0) {
            firstEmptyLine = getStartingLineNumber();
        }
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (columns.length == 0) {
            header.add(new String(buffer, offset, length));
            return;
        }
        if (emptyLines > 0) {
            addEmptyLines();
        }
        if (index < columns.length) {
            columns[index].add(buffer, offset, length);
        }
    }

    @Override
    protected Boolean buildRecord() {
        if (!empty) {
            if (columns.length == 0) {
                beginRows();
            } else {
                endRow(getFieldCount(), getStartingLineNumber());
            }
        }
        return Boolean.TRUE;
    }

    private void beginRows() {
        if (emptyLines > 0) {
            throw new DataFormatException(name + ", line 1 is empty; the first line must name the columns.");
        }
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            checkName(column, seen);
        }
        columns = header.stream().map(TextColumn::builder).toArray(TextColumn.Builder[]::new);
    }

    private void checkName(String column, Set<String> seen) {
        if (column.isBlank()) {
            throw new DataFormatException("%s, line 1: column %d has no name; the first line must name every column."
                    .formatted(name, seen.size() + 1));
        }
        if (!seen.add(column)) {
            throw new DataFormatException(
                    "%s, line 1: two columns are named \"%s\"; the first line must give every column a name of its own."
                            .formatted(name, column));
        }
    }

    private void addEmptyLines() {
        int count = emptyLines;
        emptyLines = 0;
        for (int i = 0; i < count; i++) {
            if (columns.length == 1) {
                columns[0].add("");
            }
            endRow(columns.length == 1 ? 1 : 0, firstEmptyLine + i);
        }
    }

    private void endRow(int fields, long line) {
        if (fields == 0) {
            throw new DataFormatException("%s, line %d is empty, but the header names %d columns; delete the line."
                    .formatted(name, line, columns.length));
        }
        if (fields != columns.length) {
            throw new DataFormatException(
                    "%s, line %d: the row has %s, but the header names %d columns separated by %s."
                            .formatted(
                                    name, line, fields == 1 ? "1 field" : fields + " fields", columns.length, shown()));
        }
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, 2 * rows);
        }
        lines[rows++] = Math.toIntExact(line);
    }

    private String shown() {
        return separator == '\t' ? "a tab" : "\"" + separator + "\"";
    }

    /// The parser gave up in the current record; the only things it refuses are quotes and endless fields.
    DataFormatException badQuotes(Exception cause) {
        return new DataFormatException(
                "%s, line %d: a field that begins with a double quote does not end with one; a quote inside is doubled."
                        .formatted(name, getStartingLineNumber()),
                cause);
    }

    Table table() {
        if (columns.length == 0) {
            throw new DataFormatException(name + " is empty; a header line and rows are needed.");
        }
        if (rows == 0) {
            throw new DataFormatException(name + " has a header and no rows.");
        }
        List<Column> built = new ArrayList<>();
        for (TextColumn.Builder column : columns) {
            built.add(column.build());
        }
        return Table.of(name, built, Arrays.copyOf(lines, rows));
    }
}
