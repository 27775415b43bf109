package dev.neurite.textbook;

import static org.assertj.core.api.Assertions.assertThat;

/// Distances between what was computed and what is true.
final class Errors {
    private Errors() {}

    /// Largest `|actual − expected| / max(floor, |expected|)` of all numbers.
    static double largest(double[] actual, double[] expected, double floor) {
        assertThat(actual).hasSameSizeAs(expected).isNotEmpty();
        double largest = 0;
        for (int i = 0; i < actual.length; i++) {
            double error = Math.abs(actual[i] - expected[i]) / Math.max(floor, Math.abs(expected[i]));
            largest = Math.max(largest, error);
        }
        return largest;
    }

    /// `‖actual − expected‖ / ‖expected‖`, or the norm of the difference where the expected is 0.
    static double ofNorm(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected).isNotEmpty();
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < actual.length; i++) {
            difference += (actual[i] - expected[i]) * (actual[i] - expected[i]);
            norm += expected[i] * expected[i];
        }
        return norm == 0 ? Math.sqrt(difference) : Math.sqrt(difference / norm);
    }
}
