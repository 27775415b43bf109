package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// Absolute error: `l = |z − t|`, mean over the outputs of a row, with gradient `sign(z − t)`, 0 where both are equal.
/// Its best constant is the median.
public record MeanAbsoluteError() implements Loss, Pointwise {
    @Override
    public String name() {
        return "mean absolute error";
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
        return Math.abs(z - t);
    }

    @Override
    public double slope(double z, double t) {
        return Math.signum(z - t);
    }

    @Override
    public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        return Pointwise.evaluate(this, rows, logits, targets, weights, delta);
    }
}
