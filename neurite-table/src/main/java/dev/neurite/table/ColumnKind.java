package dev.neurite.table;

/// What a column is to a model, and with that what a cell must be when the model is used.
public enum ColumnKind {
    /// A decimal number, rounded to float32.
    NUMBER,
    /// One of a set of texts.
    CATEGORY,
    /// A date, with or without a time of day, as days since 1970.
    DATE;

    /// `number`, `category` or `date`.
    public String word() {
        return switch (this) {
            case NUMBER -> "number";
            case CATEGORY -> "category";
            case DATE -> "date";
        };
    }
}
