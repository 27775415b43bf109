package dev.neurite.table;

/// What is learned about the target column.
public enum Task {
    /// Which of a set of labels a row has.
    CLASSIFICATION,
    /// A number.
    REGRESSION;

    /// `classification` or `regression`.
    public String word() {
        return this == CLASSIFICATION ? "classification" : "regression";
    }
}
