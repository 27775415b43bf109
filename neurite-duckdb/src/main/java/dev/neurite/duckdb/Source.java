package dev.neurite.duckdb;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A file as DuckDB sees it.
///
/// @param relation what stands behind FROM
/// @param columns its columns in order
record Source(String relation, List<SourceColumn> columns) {
    /// The query for these columns, each as its reader wants it.
    String select(List<ColumnReader> readers) {
        String wanted = IntStream.range(0, columns.size())
                .mapToObj(i -> readers.get(i)
                        .expression()
                        .formatted(identifier(columns.get(i).name())))
                .collect(Collectors.joining(", "));
        return "SELECT " + wanted + " FROM " + relation;
    }

    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// The path as a literal, in which the characters that would match other files stand for themselves.
    static String path(Path file) {
        return literal(file.toAbsolutePath().toString().replaceAll("[\\[*?]", "[$0]"));
    }
}
