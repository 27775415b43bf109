package dev.neurite.kernels;

/// The derivative of a [SliceFunction], multiplied into a slice of deltas.
@FunctionalInterface
public interface SliceGradient {
    /// Sets `delta[deltaOffset + i] *= f′(saved[savedOffset + i])` for `0 ≤ i < length`.
    ///
    /// What `saved` holds, the input or the output of the function, is up to the function.
    void apply(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length);
}
