package dev.neurite.activation;

import dev.neurite.kernels.Kernels;

/// Arithmetic on slices that activations share.
final class Slices {
    private Slices() {}

    /// 1 for `low < a < high`, 0 at both bounds: how a function that is constant outside its bounds tells from its
    /// output where it is. Without a branch, so that loops over it are vectorised.
    static float between(float a, float low, float high) {
        return Math.min(1, Math.min(a - low, high - a) * 0x1p126f);
    }

    /// Sets magnitudes below 2⁻¹⁰⁰ to 0: arithmetic on denormal numbers is slow.
    static void flush(float[] delta, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            delta[i] = Math.abs(delta[i]) < Kernels.TINY ? 0 : delta[i];
        }
    }
}
