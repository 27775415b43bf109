package dev.neurite.optimize;

/// Checks of hyperparameters.
final class Constants {
    private Constants() {}

    static void requireFraction(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1), got " + value);
        }
    }

    static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], got " + value);
        }
    }

    static void requireFactor(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in (0, 1], got " + value);
        }
    }

    static void requireDivisor(String name, double value) {
        if (!(value >= 1 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " must be finite and at least 1, got " + value);
        }
    }

    static void requireNotNegative(String name, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " must be finite and not negative, got " + value);
        }
    }

    static void requirePositive(String name, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " must be finite and positive, got " + value);
        }
    }

    /// For what is rounded to float and divided by.
    static void requirePositiveFloat(String name, double value) {
        requirePositive(name, value);
        if (!((float) value >= Float.MIN_NORMAL)) {
            throw new IllegalArgumentException(
                    name + " must be at least " + Float.MIN_NORMAL + ", the smallest normal float, got " + value);
        }
    }

    static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be positive, got " + value);
        }
    }

    static void requireNotNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must not be negative, got " + value);
        }
    }
}
