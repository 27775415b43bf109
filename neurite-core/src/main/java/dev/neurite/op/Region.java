package dev.neurite.op;

import dev.neurite.kernels.Matrix;

/// One stretch of a workspace: the values that one op writes, and as many deltas, the gradient by those values.
///
/// Exactly one op writes the values of a region. An op writes the deltas of a region that it reads, unless
/// [#needsDelta] is false; where several ops read one, the one that comes first in the program, which is the last on
/// the way back, adds to what is there.
///
/// @param index      position among the regions of the program
/// @param name       such as `layer1.output`
/// @param rows       rows that there is room for: those of the largest batch, or those of a scratch region
/// @param columns    numbers of one example
/// @param offset     index of the first number, a multiple of 16
/// @param needsDelta whether a parameter that learns comes before, so that somebody reads the deltas
public record Region(int index, String name, int rows, int columns, int offset, boolean needsDelta) {
    /// Distance between the starts of two rows: the next multiple of 16 columns, or 1 or 2 for as many columns.
    public int stride() {
        return Matrix.compactStride(columns);
    }

    /// Index behind the last number, padding included: a multiple of 16.
    public int end() {
        return Math.addExact(offset, Matrix.paddedStride(Math.multiplyExact(rows, stride())));
    }
}
