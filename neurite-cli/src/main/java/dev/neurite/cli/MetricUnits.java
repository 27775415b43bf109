package dev.neurite.cli;

import dev.neurite.metric.Metric;
import dev.neurite.train.EpochRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Brings what training measures, which sees standardised targets, back to the unit of the target.
///
/// @param factors what 1 in a metric stands for, by the metric's name
record MetricUnits(Map<String, Double> factors) {
    /// @param unit what 1 in the standardised target is in its own unit
    static MetricUnits of(List<Metric> metrics, double unit) {
        return new MetricUnits(
                metrics.stream().collect(Collectors.toMap(Metric::name, metric -> metric.inTargetUnit() ? unit : 1.0)));
    }

    /// The metrics of an epoch, by name.
    Map<String, Double> of(EpochRecord measured) {
        Map<String, Double> values = new LinkedHashMap<>();
        measured.metrics().forEach((name, value) -> values.put(name, value * factors.getOrDefault(name, 1.0)));
        return values;
    }
}
