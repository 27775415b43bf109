package dev.neurite.table;

import java.util.List;

/// How the cells of one column become inputs of a network. Plain data, fitted on the rows to learn from; the same
/// operations in float32 here and in a model file.
public sealed interface Encoder permits NumberEncoder, CategoryEncoder, DateEncoder {
    /// The column it reads.
    String column();

    /// What the cells of the column are.
    ColumnKind kind();

    /// How many inputs it makes of a cell.
    int width();

    /// A name for each of these inputs.
    List<String> inputNames();
}
