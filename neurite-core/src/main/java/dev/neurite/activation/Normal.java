package dev.neurite.activation;

/// The standard normal distribution in double precision.
final class Normal {
    private static final double INVERSE_ROOT_OF_TWO_PI = 1 / StrictMath.sqrt(2 * StrictMath.PI);

    private Normal() {}

    /// Density at `z`.
    static double density(double z) {
        return INVERSE_ROOT_OF_TWO_PI * StrictMath.exp(-0.5 * z * z);
    }

    /// Probability of a value up to `z`, with relative accuracy in the left tail too.
    static double distribution(double z) {
        double x = Math.abs(z);
        if (x < 3) {
            return 0.5 + StrictMath.copySign(series(x), z);
        }
        double tail = density(x) / continuedFraction(x);
        return z < 0 ? tail : 1 - tail;
    }

    /// Φ(x) − ½ = φ(x)·(x + x³/3 + x⁵/(3·5) + …), Marsaglia 2004, "Evaluating the normal distribution".
    private static double series(double x) {
        double sum = x;
        double term = x;
        for (int i = 3; term > sum * 1e-17; i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return sum * density(x);
    }

    /// x + 1/(x + 2/(x + 3/(x + …))), whose inverse times φ(x) is the tail 1 − Φ(x) (Laplace).
    private static double continuedFraction(double x) {
        double value = x;
        for (int i = 200; i >= 1; i--) {
            value = x + i / value;
        }
        return value;
    }
}
