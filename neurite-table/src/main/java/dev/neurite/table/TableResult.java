package dev.neurite.table;

import dev.neurite.train.TrainingResult;
import java.util.Map;

/// What came of learning from a table.
///
/// @param model the model of the best epoch
/// @param metrics on the test rows, which nothing else has seen: `accuracy`, `logLoss`, `auc`, or `rmse`, `mae`, `r2`;
///     empty if there are none
/// @param prepared the table as it was parted and fitted, with the notes
/// @param training how the training went
public record TableResult(
        TableModel model, Map<String, Double> metrics, PreparedTable prepared, TrainingResult training) {
    /// Makes the model and measures it.
    ///
    /// @throws IllegalStateException if the training diverged before any epoch was evaluated
    static TableResult of(PreparedTable prepared, TrainingResult training) {
        TableModel model = new TableModel(prepared.preprocessing(), training.model(), prepared.target());
        TablePart test = prepared.test();
        return new TableResult(model, test.measure(test.predict(model)), prepared, training);
    }
}
