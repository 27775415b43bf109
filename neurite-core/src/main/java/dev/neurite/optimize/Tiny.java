package dev.neurite.optimize;

import dev.neurite.kernels.Kernels;

/// Numbers too small to keep.
final class Tiny {
    private Tiny() {}

    /// `x`, or 0 where its magnitude is below 2⁻¹⁰⁰, since arithmetic on denormal numbers is slow; NaN stays NaN.
    static float flush(float x) {
        return Math.abs(x) < Kernels.TINY ? 0f : x;
    }
}
