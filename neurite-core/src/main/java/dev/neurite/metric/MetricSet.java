package dev.neurite.metric;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Several metrics accumulated over the same rows. Not thread-safe.
public final class MetricSet {
    private final List<Metric> metrics;
    private final Metric.Accumulator[] accumulators;
    private final int outputs;
    private boolean anyNaN;

    /// Accumulators for one set of rows.
    ///
    /// @param outputs predictions of a row
    /// @param targets targets of a row
    /// @throws IllegalArgumentException if two metrics have the same name
    public MetricSet(List<Metric> metrics, int outputs, int targets) {
        requireDistinctNames(metrics);
        this.metrics = List.copyOf(metrics);
        this.outputs = outputs;
        this.accumulators = metrics.stream()
                .map(metric -> metric.accumulator(outputs, targets))
                .toArray(Metric.Accumulator[]::new);
    }

    /// Refuses metrics of which one would hide another, since values are told by name.
    ///
    /// @throws IllegalArgumentException if two have the same name
    public static void requireDistinctNames(List<Metric> metrics) {
        Set<String> names = new HashSet<>();
        for (Metric metric : metrics) {
            if (!names.add(metric.name())) {
                throw new IllegalArgumentException("metrics must have different names, got two of " + metric.name());
            }
        }
    }

    /// Adds one row to each, see [Metric.Accumulator#add]; one of weight 0 does not count. After a prediction
    /// that is NaN no metric is defined.
    public void add(float[] predictions, int pOffset, float[] targets, int tOffset, double weight) {
        if (weight == 0) {
            return;
        }
        anyNaN = anyNaN || anyNaN(predictions, pOffset);
        if (anyNaN) {
            return;
        }
        for (Metric.Accumulator accumulator : accumulators) {
            accumulator.add(predictions, pOffset, targets, tOffset, weight);
        }
    }

    private boolean anyNaN(float[] predictions, int offset) {
        for (int j = offset; j < offset + outputs; j++) {
            if (Float.isNaN(predictions[j])) {
                return true;
            }
        }
        return false;
    }

    /// Whether there is nothing to measure.
    public boolean isEmpty() {
        return metrics.isEmpty();
    }

    /// The value of each metric by its name, in their order; NaN where it is not defined.
    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < accumulators.length; i++) {
            values.put(metrics.get(i).name(), anyNaN ? Double.NaN : accumulators[i].value());
        }
        return values;
    }
}
