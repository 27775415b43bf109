package dev.neurite.cli;

import dev.neurite.metric.Metric;
import dev.neurite.table.Predictions;
import dev.neurite.table.TableModel;
import dev.neurite.table.TablePart;
import dev.neurite.table.Target;
import java.util.List;
import java.util.Map;

/// What a model is worth on some rows.
///
/// @param rows how many rows
/// @param metrics each metric by its name; NaN where it is not defined, empty if there are no rows
/// @param detail which predictions are wrong, and by how much
record Measurement(int rows, Map<String, Double> metrics, Detail detail) {
    /// More than a number says.
    sealed interface Detail permits ConfusionMatrix, Residuals, EachTarget {
        /// As lines of text.
        List<String> lines();

        /// As values for JSON, by name.
        Map<String, Object> values();
    }

    /// Measures a model on the rows of a part.
    ///
    /// @param more metrics besides the usual ones
    static Measurement of(TableModel model, TablePart part, Metric... more) {
        Predictions predictions = part.predict(model);
        Detail detail = switch (predictions.target()) {
            case Target.Classification labels -> ConfusionMatrix.of(labels.labels(), predictions, part);
            case Target.YesNo labels -> ConfusionMatrix.of(labels.labels(), predictions, part);
            case Target.Regression ignored -> Residuals.of(predictions, part);
            case Target.Several ignored -> EachTarget.of(predictions, part);
        };
        return new Measurement(part.size(), part.measure(predictions, more), detail);
    }

    /// The metrics as lines of text.
    List<String> metricLines() {
        TextTable table = new TextTable().right(1);
        metrics.forEach((name, value) -> table.row(name, Numbers.text(value)));
        return table.lines();
    }
}
