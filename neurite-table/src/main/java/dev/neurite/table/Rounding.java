package dev.neurite.table;

import java.util.Optional;

/// Rounds numbers to float32 and remembers how far that moved them.
final class Rounding {
    /// A rounding that is larger beside the standard deviation is told.
    private static final double COARSE = 1e-3;

    private double largest;

    /// The nearest float32.
    float round(double value) {
        float rounded = (float) value;
        largest = Math.max(largest, Math.abs(value - rounded));
        return rounded;
    }

    /// The sentence for the owner of the data, if detail is lost.
    ///
    /// @param subject what was rounded: `Column "x"`
    /// @param std standard deviation of the numbers
    Optional<String> lossOf(String subject, double std) {
        if (largest <= COARSE * std) {
            return Optional.empty();
        }
        return Optional.of("%s is rounded to float32 by up to %s, much beside its standard deviation of %s;"
                        .formatted(subject, (float) largest, (float) std)
                + " subtract a constant from it to keep the detail.");
    }
}
