package dev.neurite.duckdb;

import dev.neurite.table.DataFormatException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// JSON: the columns are the keys that occur in any object, their types are found from all values.
///
/// DuckDB finds types also in texts (a date, an identifier) and rewrites them; such columns are read as the texts they
/// are. So are columns that hold texts in some objects and numbers in others.
final class JsonSource {
    /// All rows decide on the types; objects with many keys stay objects and do not become maps.
    private static final String DETECTION =
            "sample_size = -1, map_inference_threshold = -1, field_appearance_threshold = 0";

    private static final String PLAIN = "hive_partitioning = false, filename = false";

    private JsonSource() {}

    static Source of(Database database, Path file) throws SQLException {
        String path = Source.path(file);
        Set<String> keys = new HashSet<>(
                database.texts("SELECT DISTINCT unnest(json_keys(json)) FROM read_json_objects(" + path + ")"));
        checkKeys(String.valueOf(file.getFileName()), keys);
        String detected = "read_json(%s, %s, %s)".formatted(path, PLAIN, DETECTION);
        List<SourceColumn> found =
                database.pairs("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM " + detected + ")");
        for (SourceColumn column : found) {
            if (column.type().equals("JSON")) {
                requirePlain(database, file, column.name());
            }
        }
        List<SourceColumn> columns = found.stream().map(JsonSource::asWritten).toList();
        String types = columns.stream()
                .map(column -> Source.literal(column.name()) + ": " + Source.literal(storedType(column.type())))
                .collect(Collectors.joining(", ", "{", "}"));
        return new Source("read_json(%s, %s, columns = %s)".formatted(path, PLAIN, types), columns);
    }

    /// A column of mixed types may hold texts and numbers, but nothing nested.
    private static void requirePlain(Database database, Path file, String column) throws SQLException {
        String types = "{" + Source.literal(column) + ": 'JSON'}";
        List<String> nested = database.texts(("SELECT DISTINCT json_type(%s) FROM read_json(%s, %s, columns = %s)"
                        + " WHERE json_type(%s) IN ('OBJECT', 'ARRAY')")
                .formatted(Source.identifier(column), Source.path(file), PLAIN, types, Source.identifier(column)));
        if (!nested.isEmpty()) {
            throw new DataFormatException(
                    "%s: column \"%s\" holds %s beside other values; a table holds numbers, texts, booleans and dates."
                            .formatted(
                                    file.getFileName(),
                                    column,
                                    nested.getFirst().equals("OBJECT") ? "objects" : "arrays"));
        }
    }

    private static void checkKeys(String name, Set<String> keys) {
        if (keys.isEmpty()) {
            throw new DataFormatException(name + " holds no rows; an array of objects or one object a line is needed.");
        }
        Set<String> seen = new HashSet<>();
        for (String key : keys) {
            if (key.isBlank()) {
                throw new DataFormatException(name + ": a column has no name; every key needs one.");
            }
            if (!seen.add(key.toLowerCase(Locale.ROOT))) {
                throw new DataFormatException(
                        "%s: two columns have names that differ in case only, one of them \"%s\"; rename one."
                                .formatted(name, key));
            }
        }
    }

    /// Dates and mixtures are texts whose type is to be inferred; times and identifiers are texts.
    private static SourceColumn asWritten(SourceColumn column) {
        String type = column.type();
        if (type.equals("DATE") || type.startsWith("TIMESTAMP") || type.equals("JSON")) {
            return new SourceColumn(column.name(), ColumnReader.UNTYPED_TEXT);
        }
        boolean text = type.startsWith("TIME") || type.equals("UUID") || type.equals("\"NULL\"");
        return text ? new SourceColumn(column.name(), "VARCHAR") : column;
    }

    private static String storedType(String type) {
        return type.equals(ColumnReader.UNTYPED_TEXT) ? "VARCHAR" : type;
    }
}
