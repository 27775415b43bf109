package dev.neurite.testkit;

import java.util.function.DoubleUnaryOperator;

/// Slopes of functions of one number by central differences over five points,
/// `f′ ≈ (8(f(h) − f(−h)) − (f(2h) − f(−2h))) / 12h`, whose error is of order h⁴.
///
/// Each is taken with several steps: small ones find the slope beside a kink, large ones that of a function in float.
final class Slopes {
    private Slopes() {}

    /// Whether one of the steps gives `slope`.
    ///
    /// @param f         the function of the distance from the point
    /// @param slope     what it should be at distance 0
    /// @param tolerance how far off it may be
    /// @param steps     what to try
    static boolean agree(DoubleUnaryOperator f, double slope, double tolerance, double... steps) {
        for (double h : steps) {
            if (Math.abs(of(f, h) - slope) <= tolerance) {
                return true;
            }
        }
        return false;
    }

    static double of(DoubleUnaryOperator f, double h) {
        double near = f.applyAsDouble(h) - f.applyAsDouble(-h);
        double far = f.applyAsDouble(2 * h) - f.applyAsDouble(-2 * h);
        return (8 * near - far) / (12 * h);
    }
}
