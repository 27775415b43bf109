package dev.neurite.duckdb;

/// A column of a file.
///
/// @param name its name in the file
/// @param type DuckDB's name for its type
record SourceColumn(String name, String type) {}
