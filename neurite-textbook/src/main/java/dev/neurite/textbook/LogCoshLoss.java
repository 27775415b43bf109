package dev.neurite.textbook;

import static java.lang.Math.abs;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.log1p;
import static java.lang.Math.tanh;

/// Logarithm of the hyperbolic cosine of the error `e = z − t`:
///
/// ```text
/// f  = log cosh e = |e| + log(1 + exp(−2|e|)) − log 2
/// f′ = tanh e
/// ```
///
/// The second form is the first with `cosh e = ½ exp|e|·(1 + exp(−2|e|))`, where nothing overflows.
record LogCoshLoss() implements OutputLoss {
    @Override
    public double value(double z, double t) {
        double e = abs(z - t);
        return e + log1p(exp(-2 * e)) - log(2);
    }

    @Override
    public double slope(double z, double t) {
        return tanh(z - t);
    }
}
