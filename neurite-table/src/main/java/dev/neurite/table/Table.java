package dev.neurite.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Named columns of equal length, immutable.
///
/// A table knows where it came from, so that a message can say which file and line a cell stands in.
public final class Table {
    private static final int NAMES_IN_A_MESSAGE = 12;

    private final String name;
    private final List<Column> columns;
    private final int @Nullable [] lines;
    private final Map<String, Column> byName = new LinkedHashMap<>();

    private Table(String name, List<Column> columns, int @Nullable [] lines) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.lines = lines;
        if (columns.isEmpty()) {
            throw new DataFormatException(name + " has no columns.");
        }
        columns.forEach(this::check);
    }

    private void check(Column column) {
        if (column.name().isBlank()) {
            throw new DataFormatException(
                    "%s: column %d has no name; every column needs one.".formatted(name, byName.size() + 1));
        }
        if (column.rows() != rows()) {
            throw new IllegalArgumentException("Columns of a table must be equally long: %s has %d rows, %s has %d"
                    .formatted(columns.getFirst().name(), rows(), column.name(), column.rows()));
        }
        if (byName.putIfAbsent(column.name(), column) != null) {
            throw new DataFormatException("%s: two columns are named %s; every column needs a name of its own."
                    .formatted(name, Quoted.text(column.name())));
        }
    }

    /// A table of these columns.
    ///
    /// @param name where it came from, for messages; a file's name
    /// @throws DataFormatException if there is no column, a name is blank or two are equal
    public static Table of(String name, List<Column> columns) {
        return new Table(name, columns, null);
    }

    /// A table of these columns, each row of which stands in the given line of the file.
    ///
    /// @throws DataFormatException if there is no column, a name is blank or two are equal
    public static Table of(String name, List<Column> columns, int[] lines) {
        Table table = new Table(name, columns, lines.clone());
        if (lines.length != table.rows()) {
            throw new IllegalArgumentException(
                    "lines must have one entry for each of %d rows, got %d".formatted(table.rows(), lines.length));
        }
        return table;
    }

    /// This table with more columns behind its own.
    ///
    /// @throws DataFormatException if a name is there already
    public Table with(List<? extends Column> more) {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(more);
        return new Table(name, all, lines);
    }

    /// The rows of this table in other columns.
    Table withColumns(List<Column> others) {
        return new Table(name, others, lines);
    }

    /// Where the table came from.
    public String name() {
        return name;
    }

    /// The number of rows.
    public int rows() {
        return columns.getFirst().rows();
    }

    /// The columns in the order of the file.
    public List<Column> columns() {
        return columns;
    }

    /// The names of the columns in the order of the file.
    public List<String> columnNames() {
        return List.copyOf(byName.keySet());
    }

    /// The column of a name, if there is one.
    public Optional<Column> find(String columnName) {
        return Optional.ofNullable(byName.get(columnName));
    }

    /// The column of a name.
    ///
    /// @throws DataFormatException if there is none; the message suggests the nearest name
    public Column column(String columnName) {
        return find(columnName).orElseThrow(() -> unknown(columnName, ""));
    }

    /// The column of a name that a model reads.
    Column columnForModel(String columnName) {
        return find(columnName).orElseThrow(() -> unknown(columnName, ", which the model reads"));
    }

    private DataFormatException unknown(String columnName, String clause) {
        String hint = NearestName.of(columnName, byName.keySet())
                .map(near -> "the nearest name is " + Quoted.text(near))
                .orElseGet(() -> "its columns are " + Quoted.texts(columnNames(), NAMES_IN_A_MESSAGE));
        return new DataFormatException(
                "%s has no column %s%s; %s.".formatted(name, Quoted.text(columnName), clause, hint));
    }

    /// The line of the file that a row begins in or, where files have no lines, its number counted from 1.
    public int line(int row) {
        return lines == null ? row + 1 : lines[row];
    }

    /// `line 17` or, where files have no lines, `row 16`.
    public String place(int row) {
        return (lines == null ? "row " : "line ") + line(row);
    }

    /// Where a cell stands, for messages: `penguins.csv, line 17, column "sex"`.
    public String place(int row, String columnName) {
        return name + ", " + place(row) + ", column " + Quoted.text(columnName);
    }

    @Override
    public String toString() {
        return "Table[" + name + ", " + rows() + " rows, columns " + byName.keySet() + "]";
    }
}
