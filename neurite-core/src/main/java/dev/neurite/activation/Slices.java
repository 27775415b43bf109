package dev.neurite.activation;

import dev.neurite.kernels.Kernels;

/// Arithmetic on slices that activations share.
final class Slices {
    private Slices() {}

    /// 1 for `low < a < high`, 0 at both bounds: how a function that is constant outside its bounds tells from its
    /// output where it is. Without a branch, which would be guessed wrong.
    static float between(float a, float low, float high) {
        return Math.min(1, (a - low) * (high - a) * 0x1p126f);
    }

    /// Sets magnitudes below 2⁻¹⁰⁰ to 0, since arithmetic on denormal numbers is slow. This kernel multiplies by 1
    /// and flushes, in vectors.
    static void flush(float[] delta, int offset, int length) {
        Kernels.best().leakyReluGradient(delta, offset, delta, offset, length, 1);
    }
}
