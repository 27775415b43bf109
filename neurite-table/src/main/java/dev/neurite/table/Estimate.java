package dev.neurite.table;

import java.util.List;

/// What a network says about one number.
public sealed interface Estimate {
    /// How many outputs it takes.
    int outputs();

    /// Which output is the prediction that is compared with the true number, from 0.
    int middle();

    /// Whether that output is in the middle of what is likely, a mean or a median, and no outer quantile.
    default boolean isCentral() {
        return true;
    }

    /// Which power of the target's standard deviation an output is multiplied with: 1 for numbers, 2 for
    /// a variance.
    int power(int output);

    /// A name for each output.
    ///
    /// @param stem what a predicted number is called, such as `prediction`
    /// @param of added to tell targets apart; empty for a single one
    List<String> names(String stem, String of);

    /// The number itself, one output.
    record Value() implements Estimate {
        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public int middle() {
            return 0;
        }

        @Override
        public int power(int output) {
            return 1;
        }

        @Override
        public List<String> names(String stem, String of) {
            return List.of(stem + of);
        }
    }

    /// Quantiles of its distribution, an output for each; the one nearest to the median counts as the prediction,
    /// of two the first.
    ///
    /// @param levels each in (0, 1), at least one, none twice
    record Quantiles(List<Double> levels) implements Estimate {
        /// Copies the list.
        public Quantiles {
            levels = List.copyOf(levels);
            if (levels.isEmpty()
                    || levels.stream().distinct().count() < levels.size()
                    || levels.stream().anyMatch(level -> !(level > 0 && level < 1))) {
                throw new IllegalArgumentException(
                        "Quantiles.levels must be at least one number in (0, 1) and none twice, got " + levels);
            }
        }

        @Override
        public int outputs() {
            return levels.size();
        }

        @Override
        public int middle() {
            int best = 0;
            for (int i = 1; i < levels.size(); i++) {
                if (Math.abs(levels.get(i) - 0.5) < Math.abs(levels.get(best) - 0.5)) {
                    best = i;
                }
            }
            return best;
        }

        @Override
        public boolean isCentral() {
            return levels.contains(0.5);
        }

        @Override
        public int power(int output) {
            return 1;
        }

        @Override
        public List<String> names(String stem, String of) {
            return levels.stream().map(level -> stem + of + "_q" + level).toList();
        }
    }

    /// The mean of its distribution and after it the variance, two outputs.
    record MeanAndVariance() implements Estimate {
        @Override
        public int outputs() {
            return 2;
        }

        @Override
        public int middle() {
            return 0;
        }

        @Override
        public int power(int output) {
            return output + 1;
        }

        @Override
        public List<String> names(String stem, String of) {
            return List.of(stem + of, "variance" + of);
        }
    }

    /// The number itself.
    static Estimate value() {
        return new Value();
    }
}
