package dev.neurite.optimize;

/// `base · factor^(step/interval)`: with interval 1 `torch.optim.lr_scheduler.ExponentialLR`, else
/// Keras' `ExponentialDecay`.
///
/// @param factor   over each interval, in (0, 1]
/// @param interval in steps, positive
public record Exponential(double factor, long interval) implements Schedule {
    /// Checks the numbers.
    public Exponential {
        Constants.requireFactor("Exponential.factor", factor);
        Constants.requirePositive("Exponential.interval", interval);
    }

    @Override
    public double at(double base, long step, long steps) {
        return base * Exact.power(factor, (double) step / interval);
    }
}
