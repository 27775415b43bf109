package dev.neurite.optimize;

/// `minimum + (base − minimum)·(1 − step/steps)^power`, as `torch.optim.lr_scheduler.PolynomialLR` and
/// Keras' `PolynomialDecay`.
///
/// @param power   1 for a straight line, positive
/// @param minimum learning rate at the end, not negative
public record Polynomial(double power, double minimum) implements Schedule {
    /// Checks the numbers.
    public Polynomial {
        Constants.requirePositive("Polynomial.power", power);
        Constants.requireNotNegative("Polynomial.minimum", minimum);
    }

    @Override
    public double at(double base, long step, long steps) {
        return minimum + (base - minimum) * Exact.power(1 - Progress.of(step, steps), power);
    }
}
