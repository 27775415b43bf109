package dev.neurite.metric;

/// Running mean and squared deviations of numbers with weights, by the update of West (1979), which does not cancel.
final class Moments {
    private double mean;
    private double deviations;
    private double weights;

    void add(double value, double weight) {
        if (weight == 0) {
            return;
        }
        weights += weight;
        double difference = value - mean;
        mean += weight / weights * difference;
        deviations += weight * difference * (value - mean);
    }

    /// `Σ w (x − mean)²`.
    double deviations() {
        return deviations;
    }
}
