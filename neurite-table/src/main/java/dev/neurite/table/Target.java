package dev.neurite.table;

import java.util.ArrayList;
import java.util.List;

/// What a model predicts about a row, and how its outputs say it.
public sealed interface Target {
    /// Its parts in the order of the outputs: itself, or several.
    List<Single> singles();

    /// Whether labels or numbers are predicted.
    Task task();

    /// How many outputs the network has for it.
    default int outputs() {
        return singles().stream().mapToInt(Single::width).sum();
    }

    /// The columns it was learned from.
    default List<String> columns() {
        return singles().stream().map(Single::column).toList();
    }

    /// Reads the true values of a table that has the columns.
    ///
    /// @throws DataFormatException if a column is not there or holds what the target cannot be
    default TargetValues read(Table table) {
        return new TargetValues(table, this);
    }

    /// The outputs that metrics compare with the true values: all of a classification, of numbers one each.
    default int[] scored() {
        List<Integer> outputs = new ArrayList<>();
        int first = 0;
        for (Single single : singles()) {
            if (single instanceof Regression number) {
                outputs.add(first + number.estimate().middle());
            } else {
                for (int i = 0; i < single.width(); i++) {
                    outputs.add(first + i);
                }
            }
            first += single.width();
        }
        return outputs.stream().mapToInt(Integer::intValue).toArray();
    }

    /// What each output, after the link, is multiplied with to be in the unit of the target.
    default float[] scales() {
        return perOutput(true);
    }

    /// What is then added to it.
    default float[] shifts() {
        return perOutput(false);
    }

    private float[] perOutput(boolean scale) {
        float[] values = new float[outputs()];
        int at = 0;
        for (Single single : singles()) {
            for (int i = 0; i < single.width(); i++) {
                values[at++] = scale ? single.scale(i) : single.shift(i);
            }
        }
        return values;
    }

    /// What is learned from one column.
    sealed interface Single extends Target {
        /// The column it was learned from.
        String column();

        /// How many outputs the network has for it.
        int width();

        /// What an output is multiplied with to be in the unit of the target.
        default float scale(int output) {
            return 1;
        }

        /// What is then added to it.
        default float shift(int output) {
            return 0;
        }

        /// What the network learns for a true value: the same, or standardised.
        default float learned(float value) {
            return value;
        }

        @Override
        default List<Single> singles() {
            return List.of(this);
        }
    }

    /// One of a set of labels; the network gives a probability for each, in this order.
    ///
    /// @param column the column it was learned from
    /// @param labels the labels as written, at least two, none twice
    record Classification(String column, List<String> labels) implements Single {
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
        public int width() {
            return labels.size();
        }
    }

    /// One of two labels; the network gives the probability of the second.
    ///
    /// @param column the column it was learned from
    /// @param labels the two labels as written
    record YesNo(String column, List<String> labels) implements Single {
        /// Copies the list.
        public YesNo {
            labels = List.copyOf(labels);
            if (labels.size() != 2 || labels.getFirst().equals(labels.getLast())) {
                throw new IllegalArgumentException("YesNo.labels must be two that differ, got " + labels);
            }
        }

        @Override
        public Task task() {
            return Task.CLASSIFICATION;
        }

        @Override
        public int width() {
            return 1;
        }
    }

    /// A number. Of an output `z` the prediction is `z · std + mean`, of a variance `z · std²`, in float32 in
    /// this order.
    ///
    /// @param column the column it was learned from
    /// @param mean mean over the rows learned from; 0 where the number is learned as it is
    /// @param std standard deviation (of a population) over these rows, positive; 1 where it is learned as it is
    /// @param estimate what the network says about it
    record Regression(String column, float mean, float std, Estimate estimate) implements Single {
        /// Checks the numbers.
        public Regression {
            if (!Float.isFinite(mean)) {
                throw new IllegalArgumentException("Regression.mean must be finite, got " + mean);
            }
            if (!(std > 0 && Float.isFinite(std))) {
                throw new IllegalArgumentException("Regression.std must be positive and finite, got " + std);
            }
        }

        /// The number itself.
        public Regression(String column, float mean, float std) {
            this(column, mean, std, Estimate.value());
        }

        @Override
        public Task task() {
            return Task.REGRESSION;
        }

        @Override
        public int width() {
            return estimate.outputs();
        }

        /// What the network learns for a value: `(value − mean) / std`.
        @Override
        public float learned(float value) {
            return (value - mean) / std;
        }

        /// The value that an output of the network stands for.
        public float value(float output) {
            return output * std + mean;
        }

        @Override
        public float scale(int output) {
            return estimate.power(output) == 1 ? std : std * std;
        }

        @Override
        public float shift(int output) {
            return estimate.power(output) == 1 ? mean : 0;
        }
    }

    /// Several columns at once, all of them numbers or all of them one of two labels.
    ///
    /// @param singles at least two, each of a column of its own
    record Several(List<Single> singles) implements Target {
        /// Copies the list.
        public Several {
            singles = List.copyOf(singles);
            if (singles.size() < 2
                    || singles.stream().map(Single::column).distinct().count() < singles.size()) {
                throw new IllegalArgumentException(
                        "Several.singles must be at least two, each of a column of its own, got " + singles);
            }
            if (!(singles.stream().allMatch(YesNo.class::isInstance)
                    || singles.stream().allMatch(Regression.class::isInstance))) {
                throw new IllegalArgumentException(
                        "Several.singles must all be numbers or all be one of two labels, got " + singles);
            }
        }

        @Override
        public Task task() {
            return singles.getFirst().task();
        }
    }
}
