package dev.neurite.duckdb;

import dev.neurite.table.DataFormatException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// Parquet: names and types stand in the file.
final class ParquetSource {
    private ParquetSource() {}

    static Source of(Database database, Path file) throws SQLException {
        String path = Source.path(file);
        String relation = "read_parquet(" + path + ", hive_partitioning = false, filename = false)";
        List<SourceColumn> columns =
                database.pairs("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM " + relation + ")");
        // the first element is the root, the children of nested columns lie among the others
        List<String> names = database.texts("SELECT name FROM parquet_schema(" + path + ") OFFSET 1");
        for (SourceColumn column : columns) {
            if (!names.contains(column.name())) {
                throw new DataFormatException(
                        "%s: two columns have names that differ in case only, one of %s; rename one of them."
                                .formatted(file.getFileName(), names));
            }
        }
        return new Source(relation, columns);
    }
}
