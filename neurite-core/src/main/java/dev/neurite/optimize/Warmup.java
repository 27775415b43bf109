package dev.neurite.optimize;

/// A linear rise, then another schedule, which counts from the end of the rise:
/// `base · (start + (1 − start)·step/warmupSteps)` over the first steps. Goyal et al. 2017, "Accurate, large minibatch
/// SGD", section 2.2; `torch.optim.lr_scheduler.LinearLR`.
///
/// @param warmupSteps length of the rise, not negative
/// @param start       share of the base at step 0, in [0, 1]
/// @param next        what follows
public record Warmup(long warmupSteps, double start, Schedule next) implements Schedule {
    /// Checks the numbers.
    public Warmup {
        Constants.requireNotNegative("Warmup.warmupSteps", warmupSteps);
        Constants.requireShare("Warmup.start", start);
    }

    /// A rise from `1/(warmupSteps + 1)` of the base, so that all its parts are equal, the first one too.
    public static Warmup inEqualParts(long warmupSteps, Schedule next) {
        return new Warmup(warmupSteps, 1 / (warmupSteps + 1.0), next);
    }

    @Override
    public double at(double base, long step, long steps) {
        return step < warmupSteps
                ? base * (start + (1 - start) * ((double) step / warmupSteps))
                : next.at(base, step - warmupSteps, Math.max(0, steps - warmupSteps));
    }

    @Override
    public double base(double base, double[] losses) {
        return next.base(base, losses);
    }
}
