package dev.neurite.table;

import java.util.LinkedHashMap;
import java.util.Map;

/// How much each label counts in the training, for data in which some are rare.
public sealed interface LabelWeights {
    /// All the same.
    record Equal() implements LabelWeights {}

    /// So that all labels of the rows to learn from count alike, see [dev.neurite.data.ClassWeights#balanced]; of
    /// several targets, so that both labels of each do.
    record Balanced() implements LabelWeights {}

    /// As given.
    ///
    /// @param weights by label, finite and not negative; other labels count 1
    record Given(Map<String, Double> weights) implements LabelWeights {
        /// Copies and checks the weights.
        public Given {
            weights = Map.copyOf(new LinkedHashMap<>(weights));
            weights.forEach((label, weight) -> {
                if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException(
                            "the weight of label %s must be finite and not negative, got %s".formatted(label, weight));
                }
            });
        }
    }

    /// All labels count the same.
    static LabelWeights equal() {
        return new Equal();
    }
}
