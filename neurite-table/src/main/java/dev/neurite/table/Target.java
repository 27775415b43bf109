package dev.neurite.table;

import java.util.List;

/// What a model predicts about a row, and how its outputs say it.
public sealed interface Target {
    /// The column it was learned from.
    String column();

    /// Whether it is one of a set of labels or a number.
    Task task();

    /// How many outputs the network has for it.
    int outputs();

    /// Reads the true values of a table that has the column.
    ///
    /// @throws DataFormatException if the column is not there or holds what the target cannot be
    default TargetValues read(Table table) {
        return new TargetValues(table, this);
    }

    /// One of a set of labels; the network gives a probability for each, in this order.
    ///
    /// @param column the column it was learned from
    /// @param labels the labels as written, at least two, none twice
    record Classification(String column, List<String> labels) implements Target {
        /// Copies the list.
        public Classification {
            labels = List.copyOf(labels);
            if (labels.size() < 2) {
                throw new IllegalArgumentException("Classification.labels must be at least two, got " + labels);
            }
            if (labels.stream().distinct().count() < labels.size()) {
                throw new IllegalArgumentException("Classification.labels must not hold one twice, got " + labels);
            }
        }

        @Override
        public Task task() {
            return Task.CLASSIFICATION;
        }

        @Override
        public int outputs() {
            return labels.size();
        }
    }

    /// A number; the network gives `z`, and the prediction is `z · std + mean`, in float32 in this order.
    ///
    /// @param column the column it was learned from
    /// @param mean mean over the rows learned from
    /// @param std standard deviation (of a population) over these rows, positive
    record Regression(String column, float mean, float std) implements Target {
        /// Checks the numbers.
        public Regression {
            if (!Float.isFinite(mean)) {
                throw new IllegalArgumentException("Regression.mean must be finite, got " + mean);
            }
            if (!(std > 0 && Float.isFinite(std))) {
                throw new IllegalArgumentException("Regression.std must be positive and finite, got " + std);
            }
        }

        @Override
        public Task task() {
            return Task.REGRESSION;
        }

        @Override
        public int outputs() {
            return 1;
        }

        /// What the network learns for a value: `(value − mean) / std`.
        public float standardized(float value) {
            return (value - mean) / std;
        }

        /// The value that an output of the network stands for.
        public float value(float output) {
            return output * std + mean;
        }
    }
}
