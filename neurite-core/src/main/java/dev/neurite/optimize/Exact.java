package dev.neurite.optimize;

/// Functions of the step that give the same bits on every machine and, unlike `StrictMath.pow` and `StrictMath.cos`,
/// allocate nothing.
final class Exact {
    private static final double INVERSE_LOG_2 = 0x1.71547652b82fep0;
    /// The first 33 bits of log 2, so that products with small whole numbers are exact, and the rest.
    private static final double LOG_2_HIGH = 0x1.62e42fee00000p-1;
    private static final double LOG_2_LOW = 0x1.a39ef35793c76p-33;
    private static final double ROOT_2 = 0x1.6a09e667f3bcdp0;

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

    /// `base` to any real power: by squaring where the exponent is a whole number, else by exponential
    /// and logarithm.
    ///
    /// @param base positive and normal; 0 for whole exponents or positive ones
    static double power(double base, double exponent) {
        if (exponent >= 0 && exponent == (long) exponent) {
            return power(base, (long) exponent);
        }
        return base == 0 ? 0 : exp(exponent * log(base));
    }

    /// `eˣ = 2ᵏ·eʳ` with |r| ≤ ½·log 2.
    static double exp(double x) {
        double k = Math.rint(x * INVERSE_LOG_2);
        double r = Math.fma(-k, LOG_2_LOW, Math.fma(-k, LOG_2_HIGH, x));
        double sum = 1;
        for (int n = 14; n > 0; n--) {
            sum = Math.fma(r / n, sum, 1);
        }
        return Math.scalb(sum, (int) k);
    }

    /// `log x = k·log 2 + log m` with √½ < m ≤ √2 and `log m = 2·(s + s³/3 + s⁵/5 + …)`, `s = (m − 1)/(m + 1)`.
    ///
    /// @param x positive and normal
    static double log(double x) {
        int k = Math.getExponent(x);
        double m = Math.scalb(x, -k);
        if (m > ROOT_2) {
            m /= 2;
            k++;
        }
        double s = (m - 1) / (m + 1);
        double square = s * s;
        double sum = 0;
        for (int n = 25; n > 1; n -= 2) {
            sum = square * (sum + 1.0 / n);
        }
        return Math.fma(k, LOG_2_HIGH, 2 * s + Math.fma(2 * s, sum, k * LOG_2_LOW));
    }

    /// `cos(π·t)` for any t not below 0.
    static double cosineOfPi(double t) {
        double turned = t % 2;
        return cosineOfHalfTurn(turned <= 1 ? turned : 2 - turned);
    }

    /// `cos(π·t)` for t in [0, 1], by angles of at most π/4.
    private static double cosineOfHalfTurn(double t) {
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
