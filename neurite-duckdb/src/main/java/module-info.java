import org.jspecify.annotations.NullMarked;

/// Reads Parquet and JSON through DuckDB.
@NullMarked
module dev.neurite.duckdb {
    requires static org.jspecify;
    requires transitive dev.neurite.table;
    requires java.sql;
    requires duckdb.jdbc;

    exports dev.neurite.duckdb;

    provides dev.neurite.table.TableFormat with
            dev.neurite.duckdb.DuckDbFormat;
}
