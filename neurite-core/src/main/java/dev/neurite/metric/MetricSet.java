package dev.neurite.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Several metrics accumulated over the same rows. Not thread-safe.
public final class MetricSet {
    private final List<Metric> metrics;
    private final Metric.Accumulator[] accumulators;

    /// Accumulators for one set of rows.
    ///
    /// @param outputs predictions of a row
    /// @param targets targets of a row
    public MetricSet(List<Metric> metrics, int outputs, int targets) {
        this.metrics = List.copyOf(metrics);
        this.accumulators = metrics.stream()
                .map(metric -> metric.accumulator(outputs, targets))
                .toArray(Metric.Accumulator[]::new);
    }

    /// Adds one row to each; see [Metric.Accumulator#add].
    public void add(float[] predictions, int pOffset, float[] targets, int tOffset, double weight) {
        for (Metric.Accumulator accumulator : accumulators) {
            accumulator.add(predictions, pOffset, targets, tOffset, weight);
        }
    }

    /// Whether there is nothing to measure.
    public boolean isEmpty() {
        return metrics.isEmpty();
    }

    /// The value of each metric by its name, in their order; NaN where it is not defined.
    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < accumulators.length; i++) {
            values.put(metrics.get(i).name(), accumulators[i].value());
        }
        return values;
    }
}
