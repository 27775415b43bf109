package dev.neurite.train;

import dev.neurite.metric.Metric;
import java.util.Optional;

/// When to stop for want of improvement on the validation data, by the loss or by a metric; the parameters of the best
/// epoch are the result (Prechelt 1998).
///
/// @param metric             what must improve; empty for the loss
/// @param patience           epochs without improvement after which training stops, at least 1
/// @param minimumImprovement by how much it must improve on the best so far to count, not negative
public record EarlyStopping(Optional<Metric> metric, int patience, double minimumImprovement) {
    /// Checks the numbers.
    public EarlyStopping {
        if (patience < 1) {
            throw new IllegalArgumentException("EarlyStopping.patience must be positive, got " + patience);
        }
        if (!(minimumImprovement >= 0 && Double.isFinite(minimumImprovement))) {
            throw new IllegalArgumentException(
                    "EarlyStopping.minimumImprovement must be finite and not negative, got " + minimumImprovement);
        }
    }

    /// Stops after `patience` epochs without any improvement of the loss.
    public static EarlyStopping after(int patience) {
        return new EarlyStopping(Optional.empty(), patience, 0);
    }

    /// Stops after 20 epochs without any improvement of a metric, be it that higher or that lower is better. An
    /// epoch in which the metric is not defined (NaN) is none of improvement. Training without validation rows is
    /// refused.
    public static EarlyStopping on(Metric metric) {
        return new EarlyStopping(Optional.of(metric), 20, 0);
    }

    /// Never stops early.
    public static EarlyStopping never() {
        return after(Integer.MAX_VALUE);
    }

    /// With another patience.
    public EarlyStopping withPatience(int epochs) {
        return new EarlyStopping(metric, epochs, minimumImprovement);
    }

    /// With another improvement that counts.
    public EarlyStopping withMinimumImprovement(double value) {
        return new EarlyStopping(metric, patience, value);
    }

    /// What must fall: the validation loss, or the metric, its sign turned where higher is better.
    double cost(EpochRecord measured) {
        if (metric.isEmpty()) {
            return measured.validationLoss();
        }
        double value = measured.metrics().getOrDefault(metric.get().name(), Double.NaN);
        return metric.get().higherIsBetter() ? -value : value;
    }

    /// Whether what an epoch measured is an improvement.
    boolean improves(EpochRecord measured, double bestCost) {
        return cost(measured) < bestCost - minimumImprovement;
    }
}
