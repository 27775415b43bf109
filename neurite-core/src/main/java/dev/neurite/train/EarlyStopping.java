package dev.neurite.train;

/// When to stop for want of improvement on the validation data.
///
/// @param patience           epochs without improvement after which training stops, at least 1
/// @param minimumImprovement by how much the validation loss must fall to count as improved, not negative
public record EarlyStopping(int patience, double minimumImprovement) {
    /// Checks the numbers.
    public EarlyStopping {
        if (patience < 1) {
            throw new IllegalArgumentException("EarlyStopping.patience must be positive, got " + patience);
        }
        if (!(minimumImprovement >= 0 && Double.isFinite(minimumImprovement))) {
            throw new IllegalArgumentException(
                    "EarlyStopping.minimumImprovement must be finite and not negative, got " + minimumImprovement);
        }
    }

    /// Stops after `patience` epochs without any improvement.
    public static EarlyStopping after(int patience) {
        return new EarlyStopping(patience, 0);
    }

    /// Never stops early.
    public static EarlyStopping never() {
        return after(Integer.MAX_VALUE);
    }
}
