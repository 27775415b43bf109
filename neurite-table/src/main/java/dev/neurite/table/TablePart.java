package dev.neurite.table;

import dev.neurite.metric.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Some rows of a table that have a target, for one purpose. Immutable.
public final class TablePart {
    private final Table table;
    private final TargetValues truth;
    private final int[] rows;

    /// Rows of a table.
    ///
    /// @param truth the targets of the table
    /// @param rows which rows, in ascending order; all have a target
    TablePart(Table table, TargetValues truth, int[] rows) {
        this.table = table;
        this.truth = truth;
        this.rows = rows.clone();
    }

    /// All rows of a table that have a target; says how many have none.
    ///
    /// @throws DataFormatException if a cell holds what the target cannot be
    public static TablePart whole(Table table, Target target, Consumer<Note> notes) {
        TargetValues truth = target.read(table);
        int[] rows = truth.rows();
        int missing = table.rows() - rows.length;
        if (missing > 0) {
            List<String> columns = target.columns();
            notes.accept(new Note(
                    columns.size() == 1 ? columns.getFirst() : "",
                    missing,
                    "%s of %s left out, because %s missing."
                            .formatted(
                                    missing == 1 ? "1 row" : missing + " rows",
                                    table.name() + (missing == 1 ? " is" : " are"),
                                    columns.size() == 1
                                            ? "the target in column \"" + columns.getFirst() + "\" is"
                                            : "a target in the columns " + Quoted.texts(columns, columns.size())
                                                    + " is")));
        }
        return new TablePart(table, truth, rows);
    }

    /// The table.
    public Table table() {
        return table;
    }

    /// The true values of the table's target.
    public TargetValues truth() {
        return truth;
    }

    /// Number of rows.
    public int size() {
        return rows.length;
    }

    /// Whether there are no rows.
    public boolean isEmpty() {
        return rows.length == 0;
    }

    /// The rows, in ascending order.
    public int[] rows() {
        return rows.clone();
    }

    /// Refuses true values that a metric cannot take, such as a 0 that it would divide by.
    ///
    /// @throws DataFormatException naming the first such cell
    public void requireDomain(Metric metric) {
        Target target = truth.target();
        float[] value = new float[1];
        for (int row : rows) {
            for (int single = 0; single < target.singles().size(); single++) {
                value[0] = truth.value(row, single);
                String problem =
                        metric.problem(value, 0, 1, outputs(target.singles().get(single)));
                if (problem != null) {
                    throw new DataFormatException("%s: %s, as %s needs it."
                            .formatted(table.place(row, target.columns().get(single)), problem, metric.name()));
                }
            }
        }
    }

    /// The outputs that a metric compares with one target.
    private static int outputs(Target.Single single) {
        return single instanceof Target.Classification labels ? labels.width() : 1;
    }

    /// These rows as examples.
    ///
    /// @throws DataFormatException if a cell cannot be read as the preprocessing needs
    public TableDataset dataset(Preprocessing preprocessing) {
        return TableDataset.of(table, preprocessing, truth.target(), rows);
    }

    /// What a model predicts for these rows.
    public Predictions predict(TableModel model) {
        return model.predict(table, rows);
    }

    /// The usual metrics of predictions for these rows, by name; of several targets their means; none of outer
    /// quantiles but their own; empty if there are no rows.
    ///
    /// @param more metrics besides; of several targets each is of all of them together, as in training
    public Map<String, Double> measure(Predictions predictions, Metric... more) {
        return isEmpty() ? new LinkedHashMap<>() : Measures.of(predictions, truth, List.of(more));
    }

    /// The usual metrics of each of several targets.
    public List<Map<String, Double>> measureEach(Predictions predictions) {
        return Measures.ofEach(predictions, truth);
    }
}
