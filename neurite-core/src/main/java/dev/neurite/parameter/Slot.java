package dev.neurite.parameter;

import dev.neurite.kernels.Matrix;

/// Where one parameter stands in the array of all parameters.
///
/// A slot is a matrix of `rows` × `columns` numbers, row-major, its rows `stride` apart. A weight is (inputs,
/// outputs), a bias (1, outputs). The numbers between `columns` and `stride` are padding and always zero.
///
/// @param index   position in the layout
/// @param name    such as `layer1.weight`
/// @param rows    number of rows
/// @param columns number of columns
/// @param offset  index of the first number, a multiple of 16
/// @param role    what it is for
public record Slot(int index, String name, int rows, int columns, int offset, Role role) {
    /// Checks the sizes.
    public Slot {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "parameter " + name + " must have positive sizes, got " + rows + "x" + columns);
        }
    }

    /// Distance between the starts of two rows: the next multiple of 16 columns.
    public int stride() {
        return Matrix.paddedStride(columns);
    }

    /// Length in the array, padding included.
    public int length() {
        return Math.multiplyExact(rows, stride());
    }

    /// Index behind the last number, padding included.
    public int end() {
        return Math.addExact(offset, length());
    }

    /// Number of parameters, padding not counted.
    public int count() {
        return rows * columns;
    }
}
