package dev.neurite.duckdb;

import dev.neurite.table.Column;
import dev.neurite.table.DataFormatException;
import dev.neurite.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tables out of Parquet and JSON files.
///
/// DuckDB's native library is loaded by the first call. Columns keep the type that the file gives them: numbers are
/// numbers, texts and booleans categories, dates dates. Nothing is renamed: what DuckDB would rename is refused.
public final class DuckDb {
    private DuckDb() {}

    /// Reads a `.parquet` file, or JSON: an array of objects or one object after another, gzipped or not.
    ///
    /// @throws DataFormatException if the file cannot be read, holds no rows, or a column holds lists or other
    ///     nested values; if a column has no name or two names differ in case only
    public static Table read(Path file) {
        if (!Files.exists(file)) {
            throw new DataFormatException("There is no file " + file + ".");
        }
        if (Files.isDirectory(file)) {
            throw new DataFormatException(file + " is a directory; a file is needed.");
        }
        String name = String.valueOf(file.getFileName());
        try (Database database = new Database()) {
            Source source = name.toLowerCase(Locale.ROOT).endsWith(".parquet")
                    ? ParquetSource.of(database, file)
                    : JsonSource.of(database, file);
            return table(name, database, source);
        } catch (SQLException e) {
            throw new DataFormatException(file + reason(String.valueOf(e.getMessage()), name), e);
        }
    }

    private static Table table(String name, Database database, Source source) throws SQLException {
        List<ColumnReader> readers = new ArrayList<>();
        for (SourceColumn column : source.columns()) {
            readers.add(ColumnReader.of(name, column));
        }
        database.read(source.select(readers), readers);
        List<Column> columns = readers.stream().map(ColumnReader::build).toList();
        if (columns.isEmpty() || columns.getFirst().rows() == 0) {
            throw new DataFormatException(name + " holds no rows.");
        }
        return Table.of(name, columns);
    }

    private static String reason(String message, String fileName) {
        boolean parquet = fileName.toLowerCase(Locale.ROOT).endsWith(".parquet");
        boolean unlike = message.contains("magic bytes") || message.contains("too small to be a Parquet file");
        return parquet && unlike
                ? " is no whole Parquet file: it is of another kind, damaged or cut off."
                : " cannot be read: " + sentence(message);
    }

    /// The first line of DuckDB's message without the name of its error class.
    private static String sentence(String message) {
        String line = message.lines().findFirst().orElse("").strip();
        String plain = line.replaceFirst("^[A-Z][A-Za-z ]* Error: ", "");
        return plain.endsWith(".") ? plain : plain + ".";
    }
}
