package dev.neurite.loss;

/// Absolute error with a parabola at 0: `l = ½e²/beta` for `|e| < beta`, else `|e| − ½beta`, where `e = z − t`; mean
/// over the outputs of a row. [Huber] divided by its delta. Girshick 2015, "Fast R-CNN", equation 3, with beta 1.
///
/// @param beta where the parabola becomes a line, positive
public record SmoothL1(double beta) implements OfNumbers, Pointwise {
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
    public double value(double z, double t) {
        double size = Math.abs(z - t);
        return size < beta ? 0.5 * size * size / beta : size - 0.5 * beta;
    }

    @Override
    public double slope(double z, double t) {
        return Math.clamp((z - t) / beta, -1, 1);
    }
}
