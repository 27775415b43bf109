package dev.neurite.optimize;

/// One rise and one fall, each half a cosine: from `base/divisor` up to the base, then down to
/// `base/(divisor·finalDivisor)`. Smith and Topin 2018, "Super-convergence", as
/// `torch.optim.lr_scheduler.OneCycleLR`, whose `max_lr` is our base.
///
/// With n steps, the top is at step `rise·n − 1` and the bottom at step n − 1.
///
/// @param rise         share of the steps before the top, in (0, 1)
/// @param divisor      of the base at the start, at least 1
/// @param finalDivisor of the start at the end, at least 1
public record OneCycle(double rise, double divisor, double finalDivisor) implements Schedule {
    /// Checks the numbers.
    public OneCycle {
        Constants.requirePositive("OneCycle.rise", rise);
        Constants.requireFraction("OneCycle.rise", rise);
        Constants.requireDivisor("OneCycle.divisor", divisor);
        Constants.requireDivisor("OneCycle.finalDivisor", finalDivisor);
    }

    /// Rise 0.3, divisors 25 and 10,000, as in PyTorch.
    public static OneCycle standard() {
        return new OneCycle(0.3, 25, 10_000);
    }

    @Override
    public double at(double base, long step, long steps) {
        double start = base / divisor;
        double end = start / finalDivisor;
        double top = Math.max(0, rise * steps - 1);
        if (step < top) {
            return base + (start - base) * Progress.halfCosine(step / top);
        }
        double fall = steps - 1 - top;
        return end + (base - end) * Progress.halfCosine(fall > 0 ? Math.min(1, (step - top) / fall) : 1);
    }
}
