package dev.neurite.kernels;

/// The error function and the normal distribution in double, by the power series in the middle and the continued
/// fraction in the tails (Abramowitz and Stegun 1964, 7.1.5 and 7.1.14).
final class Normal {
    private static final double MIDDLE = 2.5;
    private static final int TERMS = 150;

    private Normal() {}

    static double erf(double x) {
        return Math.abs(x) < MIDDLE ? series(x) : Math.copySign(1 - tail(Math.abs(x)), x);
    }

    /// Φ(z).
    static double distribution(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        double upper = 0.5 * (x < MIDDLE ? 1 - series(x) : tail(x));
        return z < 0 ? upper : 1 - upper;
    }

    /// φ(z).
    static double density(double z) {
        return StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    private static double series(double x) {
        double power = x;
        double sum = x;
        for (int n = 1; n < TERMS; n++) {
            power *= -x * x / n;
            sum += power / (2 * n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * sum;
    }

    /// erfc(x) for x ≥ 2.5.
    private static double tail(double x) {
        double fraction = 0;
        for (int n = TERMS; n > 0; n--) {
            fraction = n / 2.0 / (x + fraction);
        }
        return StrictMath.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
    }
}
