/// Reads Parquet and JSON through DuckDB.
@NullMarked
package dev.neurite.duckdb;

import org.jspecify.annotations.NullMarked;
