package dev.neurite.train;

import dev.neurite.data.Split;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What each fold of a cross-validation came to. Immutable.
///
/// @param folds in their order
public record CrossValidationResult(List<Fold> folds) {
    /// One fold.
    ///
    /// @param index    of the fold, from 0
    /// @param rows     what was learned from and what was held out
    /// @param training how the training went, with its model
    /// @param metrics  on the held-out rows by name, `loss` first
    public record Fold(int index, Split rows, TrainingResult training, Map<String, Double> metrics) {
        /// Copies the metrics.
        public Fold {
            metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        }
    }

    /// Copies the list.
    public CrossValidationResult {
        folds = List.copyOf(folds);
    }

    /// Names of the metrics, `loss` first.
    public Set<String> metrics() {
        return folds.getFirst().metrics().keySet();
    }

    /// The mean of a metric over the folds, each counting the same.
    ///
    /// @throws IllegalArgumentException if it was not measured
    public double mean(String metric) {
        double sum = 0;
        for (Fold fold : folds) {
            sum += value(fold, metric);
        }
        return sum / folds.size();
    }

    /// The standard deviation of a metric over the folds, `√(Σ(x − mean)² / (k − 1))`.
    ///
    /// @throws IllegalArgumentException if it was not measured
    public double deviation(String metric) {
        double mean = mean(metric);
        double sum = 0;
        for (Fold fold : folds) {
            double difference = value(fold, metric) - mean;
            sum += difference * difference;
        }
        return Math.sqrt(sum / (folds.size() - 1));
    }

    private double value(Fold fold, String metric) {
        Double value = fold.metrics().get(metric);
        if (value == null) {
            throw new IllegalArgumentException(
                    "metric must be one of " + String.join(", ", metrics()) + ", got " + metric);
        }
        return value;
    }
}
