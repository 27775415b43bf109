package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// Absolute error with a parabola at 0: `l = ½e²/beta` for `|e| < beta`, else `|e| − ½beta`, where `e = z − t`; mean
/// over
/// the outputs of a row. [Huber] divided by its delta. Girshick 2015, "Fast R-CNN", equation 3, with beta 1.
///
/// @param beta where the parabola becomes a line, positive
public record SmoothL1(double beta) implements Loss, Pointwise {
    /// Checks the constant.
    public SmoothL1 {
        if (!(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("SmoothL1.beta must be positive and finite, got " + beta);
        }
    }

    @Override
    public String name() {
        return "smooth L1 loss";
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
        return size < beta ? 0.5 * size * size / beta : size - 0.5 * beta;
    }

    @Override
    public double slope(double z, double t) {
        return Math.clamp((z - t) / beta, -1, 1);
    }

    @Override
    public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        return Pointwise.evaluate(this, rows, logits, targets, weights, delta);
    }
}
