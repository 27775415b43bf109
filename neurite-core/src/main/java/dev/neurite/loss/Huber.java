package dev.neurite.loss;

/// Squared error near 0, absolute error beyond delta: `l = ½e²` for `|e| ≤ delta`, else `delta·(|e| − ½delta)`, where
/// `e = z − t`; mean over the outputs of a row. Huber 1964, "Robust estimation of a location parameter".
///
/// @param delta where the parabola becomes a line, positive
public record Huber(double delta) implements OfNumbers, Pointwise {
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
    public double value(double z, double t) {
        double size = Math.abs(z - t);
        return size <= delta ? 0.5 * size * size : delta * (size - 0.5 * delta);
    }

    @Override
    public double slope(double z, double t) {
        return Math.clamp(z - t, -delta, delta);
    }
}
