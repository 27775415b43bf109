package dev.neurite.duckdb;

import dev.neurite.table.Column;
import dev.neurite.table.DataFormatException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/// Collects one column of a query.
interface ColumnReader {
    /// Stands for the type of a text whose type is to be inferred, beside DuckDB's own names.
    String UNTYPED_TEXT = "TEXT";

    /// How much of a type's name a message shows.
    int LONGEST_TYPE = 60;

    /// What to select, with `%s` for the column.
    String expression();

    /// Takes the next row's value.
    void add(ResultSet rows, int index) throws SQLException;

    /// The column of all values taken.
    Column build();

    /// The reader for a column's type. Integers beyond 64 bits and decimals are read as text, in which they
    /// are exact.
    ///
    /// @throws DataFormatException if the type has no place in a table
    static ColumnReader of(String table, SourceColumn column) {
        String type = column.type().toUpperCase(Locale.ROOT).replaceFirst("\\(.*", "");
        boolean nested = column.type().endsWith("]");
        return switch (nested ? "" : type) {
            case "TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT", "UINTEGER", "DOUBLE" ->
                new NumberReader(column.name(), false);
            case "FLOAT" -> new NumberReader(column.name(), true);
            case "BIGINT" -> new LongReader(column.name());
            case "DATE" -> new DateReader(column.name(), false);
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE" ->
                new DateReader(column.name(), true);
            case "UBIGINT", "HUGEINT", "UHUGEINT", "DECIMAL", UNTYPED_TEXT -> TextReader.untyped(column.name());
            case "VARCHAR", "BOOLEAN", "ENUM", "UUID", "TIME", "\"NULL\"" -> TextReader.typed(column.name());
            default ->
                throw new DataFormatException(
                        "%s: column \"%s\" is of type %s; a table holds numbers, texts, booleans and dates."
                                .formatted(table, column.name(), shortened(column.type())));
        };
    }

    /// A nested type names all its parts, which may be thousands.
    private static String shortened(String type) {
        return type.length() <= LONGEST_TYPE ? type : type.substring(0, LONGEST_TYPE) + "…";
    }
}
