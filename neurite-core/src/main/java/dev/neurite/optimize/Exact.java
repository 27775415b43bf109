package dev.neurite.optimize;

/// Functions of the step that give the same bits on every machine and, unlike `StrictMath.pow` and `StrictMath.cos`
/// of large angles, allocate nothing.
final class Exact {
    private Exact() {}

    /// `base` to the power `exponent`, by squaring: at most 2·log₂(exponent) roundings.
    static double power(double base, long exponent) {
        double result = 1;
        double square = base;
        for (long bits = exponent; bits > 0; bits >>= 1) {
            result = (bits & 1) == 1 ? result * square : result;
            square *= square;
        }
        return result;
    }

    /// `cos(π·t)` for t in [0, 1], by angles of at most π/4.
    static double cosineOfPi(double t) {
        if (t <= 0.25) {
            return StrictMath.cos(StrictMath.PI * t);
        }
        return t < 0.75 ? StrictMath.sin(StrictMath.PI * (0.5 - t)) : -StrictMath.cos(StrictMath.PI * (1 - t));
    }
}
