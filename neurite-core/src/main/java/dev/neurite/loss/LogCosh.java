package dev.neurite.loss;

/// Logarithm of the hyperbolic cosine of the error: `l = log cosh e`, where `e = z − t`; mean over the outputs of a
/// row. About `½e²` near 0 and `|e| − log 2` far off; its derivative is `tanh e`.
/// Keras' `LogCosh`.
public record LogCosh() implements OfNumbers, Pointwise {
    private static final double LOG_OF_2 = StrictMath.log(2);

    @Override
    public String name() {
        return "log-cosh loss";
    }

    @Override
    public double value(double z, double t) {
        double size = Math.abs(z - t);
        return size + StrictMath.log1p(StrictMath.exp(-2 * size)) - LOG_OF_2;
    }

    @Override
    public double slope(double z, double t) {
        return StrictMath.tanh(z - t);
    }
}
