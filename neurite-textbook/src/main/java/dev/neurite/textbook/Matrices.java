package dev.neurite.textbook;

/// Checks of matrices that callers give.
final class Matrices {
    private Matrices() {}

    /// Checks that there is a row and that every row has `columns` numbers.
    static void requireColumns(String name, double[][] matrix, int columns) {
        if (matrix.length == 0) {
            throw new IllegalArgumentException(name + " must have at least one row, got none");
        }
        for (int r = 0; r < matrix.length; r++) {
            if (matrix[r].length != columns) {
                throw new IllegalArgumentException(
                        name + ": row " + r + " must have " + columns + " numbers, got " + matrix[r].length);
            }
        }
    }
}
