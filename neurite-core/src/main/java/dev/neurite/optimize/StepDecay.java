package dev.neurite.optimize;

/// `base · factor^⌊step/interval⌋`, as `torch.optim.lr_scheduler.StepLR`.
///
/// @param interval steps between two changes, positive
/// @param factor   of each change, in (0, 1]
public record StepDecay(long interval, double factor) implements Schedule {
    /// Checks the numbers.
    public StepDecay {
        Constants.requirePositive("StepDecay.interval", interval);
        Constants.requireFactor("StepDecay.factor", factor);
    }

    @Override
    public double at(double base, long step, long steps) {
        return base * Exact.power(factor, step / interval);
    }
}
