package dev.neurite.optimize;

/// Numbers too small to keep.
final class Tiny {
    /// Arithmetic on denormal numbers is slow; what is 2²⁶ times as large as the largest of them moves no
    /// parameter.
    private static final float LIMIT = 0x1.0p-100f;

    private Tiny() {}

    /// `x`, or 0 where its magnitude is below 2⁻¹⁰⁰; NaN stays NaN.
    static float flush(float x) {
        return Math.abs(x) < LIMIT ? 0f : x;
    }
}
