package dev.neurite.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the columns of a table are for; all others are learned from.
///
/// @param targets the columns to predict, at least one, none twice
/// @param task what is learned; empty to infer it from the columns
/// @param excluded columns not to learn from
/// @param weight the column that says how much each row counts in training and stopping
public record Roles(List<String> targets, Optional<Task> task, List<String> excluded, Optional<String> weight) {
    /// Copies the lists.
    public Roles {
        targets = List.copyOf(targets);
        excluded = List.copyOf(excluded);
        if (targets.isEmpty() || targets.stream().distinct().count() < targets.size()) {
            throw new IllegalArgumentException(
                    "Roles.targets must be at least one column and none twice, got " + targets);
        }
        if (weight.isPresent() && targets.contains(weight.get())) {
            throw new IllegalArgumentException("Roles.weight must not be a target, got " + weight.get());
        }
    }

    /// The columns that are no targets and not learned from.
    List<String> unread() {
        return Stream.concat(excluded.stream(), weight.stream()).toList();
    }
}
