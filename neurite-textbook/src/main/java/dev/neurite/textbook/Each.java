package dev.neurite.textbook;

import java.util.Arrays;

/// Loops over the numbers of a matrix.
final class Each {
    private Each() {}

    /// A number as a function of its row and column.
    @FunctionalInterface
    interface Entry {
        double at(int row, int column);
    }

    /// The matrix of these numbers, as large as `like`.
    static double[][] matrix(double[][] like, Entry entry) {
        double[][] result = new double[like.length][like[0].length];
        for (int r = 0; r < result.length; r++) {
            for (int j = 0; j < result[r].length; j++) {
                result[r][j] = entry.at(r, j);
            }
        }
        return result;
    }

    /// The sum of these numbers over `rows` rows.
    static double sumOfRows(int rows, int column, Entry entry) {
        double sum = 0;
        for (int r = 0; r < rows; r++) {
            sum += entry.at(r, column);
        }
        return sum;
    }

    /// The sum of these numbers over `columns` columns.
    static double sumOfColumns(int row, int columns, Entry entry) {
        double sum = 0;
        for (int j = 0; j < columns; j++) {
            sum += entry.at(row, j);
        }
        return sum;
    }

    /// Fills a block of parameters with one number.
    static void fill(double[] p, ParameterBlock block, double value) {
        Arrays.fill(p, block.from(), block.end(), value);
    }
}
