package dev.neurite.cli;

import dev.neurite.table.DataFormatException;
import dev.neurite.table.Table;
import dev.neurite.table.TargetColumn;
import dev.neurite.table.Task;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Refuses a loss that makes labels of measured numbers or numbers of texts, where the task itself was not asked for.
///
/// @param loss what is made small
/// @param asked the task that was asked for
/// @param table what to learn from
record TargetCheck(LossOptions loss, Optional<Task> asked, Table table) {
    private static final int MOST_LABELS = 20;
    private static final Pattern DIGIT = Pattern.compile("\\d");

    /// Checks the loss for each target.
    void require(List<String> targets) {
        loss.reason().ifPresent(reason -> targets.forEach(target -> require(target, reason)));
    }

    private void require(String target, String reason) {
        boolean ofLabels = loss.task().equals(Optional.of(Task.CLASSIFICATION));
        if (ofLabels && loss.isOfTwoLabels()) {
            requireTwoLabels(target);
        }
        if (asked.isPresent()) {
            return;
        }
        inferred(target).ifPresent(column -> {
            if (ofLabels) {
                requireFewNumbers(column, reason);
            } else {
                requireNumbers(column, reason);
            }
        });
    }

    /// The column as it is without a loss; empty if it cannot be learned, which learning from it explains.
    private Optional<TargetColumn> inferred(String target) {
        try {
            return Optional.of(TargetColumn.of(table, target));
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    private void requireTwoLabels(String target) {
        int labels =
                TargetColumn.of(table, target, Task.CLASSIFICATION).labels().size();
        if (labels > 2) {
            throw CommandFailure.usage(("--loss binary-cross-entropy is for two labels, but column \"%s\" has %s;"
                            + " --loss cross-entropy is for any number.")
                    .formatted(target, Numbers.count(labels)));
        }
    }

    private void requireFewNumbers(TargetColumn column, String reason) {
        if (column.task() == Task.CLASSIFICATION) {
            return;
        }
        int labels = TargetColumn.of(table, column.name(), Task.CLASSIFICATION)
                .labels()
                .size();
        if (labels > MOST_LABELS) {
            throw CommandFailure.usage(
                    "%s, but column \"%s\" holds %s distinct numbers; --task classification learns each as a label."
                            .formatted(reason, column.name(), Numbers.count(labels)));
        }
    }

    /// Texts without any digit are no numbers that were mistyped.
    private static void requireNumbers(TargetColumn column, String reason) {
        if (column.task() == Task.CLASSIFICATION
                && column.labels().stream()
                        .noneMatch(label -> DIGIT.matcher(label).find())) {
            throw CommandFailure.usage("%s, but %s.".formatted(reason, column.reason()));
        }
    }
}
