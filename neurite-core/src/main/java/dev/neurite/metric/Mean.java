package dev.neurite.metric;

/// The weighted mean of a number of each row.
final class Mean implements Metric.Accumulator {
    /// The number of one row.
    @FunctionalInterface
    interface RowValue {
        double of(float[] predictions, int pOffset, float[] targets, int tOffset);
    }

    private final RowValue value;
    private double sum;
    private double weights;

    Mean(RowValue value) {
        this.value = value;
    }

    @Override
    public void add(float[] predictions, int pOffset, float[] targets, int tOffset, double weight) {
        sum += weight * value.of(predictions, pOffset, targets, tOffset);
        weights += weight;
    }

    @Override
    public double value() {
        return sum / weights;
    }
}
