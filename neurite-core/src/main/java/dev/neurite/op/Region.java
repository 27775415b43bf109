package dev.neurite.op;

import dev.neurite.kernels.Matrix;

/// One stretch of a workspace: the values that one op writes, and as many deltas, the gradient by those values.
///
/// Exactly one op writes the values of a region.
///
/// @param index   position among the regions of the program
/// @param name    such as `layer1.output`
/// @param columns numbers of one example
/// @param offset  index of the first number, a multiple of 16
public record Region(int index, String name, int columns, int offset) {
    /// Distance between the starts of two rows: the next multiple of 16 columns.
    public int stride() {
        return Matrix.paddedStride(columns);
    }
}
