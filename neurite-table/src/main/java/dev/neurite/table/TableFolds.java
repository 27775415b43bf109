package dev.neurite.table;

import java.util.List;

/// What each fold of a cross-validation of a table came to. Immutable.
///
/// @param folds in their order, each measured on the rows that it held out
public record TableFolds(List<TableResult> folds) {
    /// Copies the list.
    public TableFolds {
        folds = List.copyOf(folds);
    }

    /// The mean of a metric over the folds, each counting the same.
    ///
    /// @throws IllegalArgumentException if it was not measured
    public double mean(String metric) {
        double sum = 0;
        for (TableResult fold : folds) {
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
        for (TableResult fold : folds) {
            double difference = value(fold, metric) - mean;
            sum += difference * difference;
        }
        return Math.sqrt(sum / (folds.size() - 1));
    }

    private static double value(TableResult fold, String metric) {
        Double value = fold.metrics().get(metric);
        if (value == null) {
            throw new IllegalArgumentException(
                    "metric must be one of " + String.join(", ", fold.metrics().keySet()) + ", got " + metric);
        }
        return value;
    }
}
