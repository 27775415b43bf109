package dev.neurite.optimize;

import dev.neurite.kernels.Kernels;

/// Numbers too small to keep.
final class Tiny {
    private Tiny() {}

    /// `x`, or 0 where its magnitude is not above 2⁻¹⁰⁰, since arithmetic on denormal numbers is slow; NaN
    /// stays NaN.
    ///
    /// Without a branch, so that the compiler turns loops that call it into vector code.
    static float flush(float x) {
        return x * Math.signum(Math.max(Math.abs(x) - Kernels.TINY, 0f));
    }
}
