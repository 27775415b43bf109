package dev.neurite.table;

/// A column that a model reads.
///
/// @param column its name
/// @param kind what its cells are
public record Feature(String column, ColumnKind kind) {}
