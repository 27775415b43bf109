package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// Logarithm of the hyperbolic cosine of the error: `l = log cosh e`, where `e = z − t`; mean over the outputs of a
/// row.
/// About `½e²` near 0 and `|e| − log 2` far off; its derivative is `tanh e`.
public record LogCosh() implements Loss, Pointwise {
    private static final double LOG_OF_2 = StrictMath.log(2);

    @Override
    public String name() {
        return "log-cosh loss";
    }

    @Override
    public Link link() {
        return Link.IDENTITY;
    }

    @Override
    public Outputs outputs() {
        return Outputs.VALUES;
    }

    @Override
    public int targets(int outputs) {
        return outputs;
    }

    @Override
    public @Nullable String problem(float[] target, int offset, int outputs) {
        return Targets.finite(target, offset, outputs);
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

    @Override
    public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        return Pointwise.evaluate(this, rows, logits, targets, weights, delta);
    }
}
