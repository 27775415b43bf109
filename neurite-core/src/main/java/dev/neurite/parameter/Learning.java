package dev.neurite.parameter;

/// What training does to one parameter besides following the gradient of the loss.
///
/// The penalty adds `l1·Σ|w| + ½·l2·Σw²` to what is made small: before any edit of the gradient, each number of it gets
/// `l1·sign(w) + l2·w`. Reported losses are those of the data alone.
///
/// @param frozen     whether the parameter stays as it is: no gradient is computed, no moment touched
/// @param l1         strength of the L1 penalty, not negative
/// @param l2         strength of the L2 penalty, not negative
/// @param constraint what is imposed after each step
public record Learning(boolean frozen, double l1, double l2, Constraint constraint) {
    private static final Learning FREE = new Learning(false, 0, 0, Constraint.NONE);

    /// Checks the strengths.
    public Learning {
        requireNotNegative("Learning.l1", l1);
        requireNotNegative("Learning.l2", l2);
    }

    /// The gradient alone.
    public static Learning free() {
        return FREE;
    }

    /// Whether the gradient gets a penalty.
    public boolean penalized() {
        return !frozen && (l1 > 0 || l2 > 0);
    }

    /// Whether something is imposed after each step.
    public boolean constrained() {
        return !frozen && !constraint.equals(Constraint.NONE);
    }

    /// With `frozen` as given.
    public Learning withFrozen(boolean value) {
        return new Learning(value, l1, l2, constraint);
    }

    /// With other penalties.
    public Learning withPenalty(double newL1, double newL2) {
        return new Learning(frozen, newL1, newL2, constraint);
    }

    /// With another constraint.
    public Learning withConstraint(Constraint value) {
        return new Learning(frozen, l1, l2, value);
    }

    private static void requireNotNegative(String name, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " must be finite and not negative, got " + value);
        }
    }
}
