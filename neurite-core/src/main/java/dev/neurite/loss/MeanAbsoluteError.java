package dev.neurite.loss;

/// Absolute error: `l = |z − t|`, mean over the outputs of a row, with gradient `sign(z − t)`, 0 where both are equal.
/// Its best constant is the median. `torch.nn.L1Loss`.
public record MeanAbsoluteError() implements OfNumbers, Pointwise {
    @Override
    public String name() {
        return "mean absolute error";
    }

    @Override
    public double value(double z, double t) {
        return Math.abs(z - t);
    }

    @Override
    public double slope(double z, double t) {
        return Math.signum(z - t);
    }
}
