package dev.neurite.optimize;

/// Functions of the step that give the same bits on every machine and, unlike `StrictMath.pow` and `StrictMath.cos`,
/// allocate nothing.
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
            return cosine(Math.PI * t);
        }
        return t < 0.75 ? sine(Math.PI * (0.5 - t)) : -cosine(Math.PI * (1 - t));
    }

    /// `1 − x²/2! + x⁴/4! − …` to the term of x¹⁶, below half an ulp for |x| ≤ π/4.
    private static double cosine(double x) {
        return series(x * x, 16);
    }

    /// `x·(1 − x²/3! + x⁴/5! − …)` to the term of x¹⁷.
    private static double sine(double x) {
        return x * series(x * x, 17);
    }

    /// `1 − s/(n(n−1))·(…)` from the innermost term outwards, n being `last`, `last` − 2, ….
    private static double series(double s, int last) {
        double sum = 1;
        for (int n = last; n > 1; n -= 2) {
            sum = 1 - s / (n * (n - 1)) * sum;
        }
        return sum;
    }
}
