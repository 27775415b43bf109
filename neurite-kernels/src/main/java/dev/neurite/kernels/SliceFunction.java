package dev.neurite.kernels;

/// A function applied element by element to a slice of an array.
@FunctionalInterface
public interface SliceFunction {
    /// Sets `y[yOffset + i] = f(x[xOffset + i])` for `0 ≤ i < length`; `y` may be `x` itself at the same offset.
    void apply(float[] x, int xOffset, float[] y, int yOffset, int length);
}
