package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// Squared error near 0, absolute error beyond delta: `l = ½e²` for `|e| ≤ delta`, else `delta·(|e| − ½delta)`, where
/// `e = z − t`; mean over the outputs of a row. Huber 1964, "Robust estimation of a location parameter".
///
/// @param delta where the parabola becomes a line, positive
public record Huber(double delta) implements Loss, Pointwise {
    /// Checks the constant.
    public Huber {
        if (!(delta > 0 && delta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Huber.delta must be positive and finite, got " + delta);
        }
    }

    @Override
    public String name() {
        return "Huber loss";
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
        return size <= delta ? 0.5 * size * size : delta * (size - 0.5 * delta);
    }

    @Override
    public double slope(double z, double t) {
        return Math.clamp(z - t, -delta, delta);
    }

    @Override
    public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        return Pointwise.evaluate(this, rows, logits, targets, weights, delta);
    }
}
