package dev.neurite.table;

import dev.neurite.metric.Metric;
import dev.neurite.metric.MetricSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a model says about rows of a table. Immutable.
public final class Predictions {
    private final Target target;
    private final int[] rows;
    private final int width;
    private final float[] values; // probabilities of the labels, or the number, one row after another
    private final List<Note> notes;

    Predictions(Target target, int[] rows, float[] values, List<Note> notes) {
        this.target = target;
        this.rows = rows.clone();
        this.width = target.outputs();
        this.values = values;
        this.notes = notes;
    }

    /// What is predicted.
    public Target target() {
        return target;
    }

    /// How many rows were predicted.
    public int size() {
        return rows.length;
    }

    /// What was done with cells that are not as in training, in the order of the columns.
    public List<Note> notes() {
        return notes;
    }

    /// The prediction of a row: the index of the most probable label, of equal ones the first; or the number.
    ///
    /// @param index which of the predicted rows, from 0
    public float value(int index) {
        return target.task() == Task.CLASSIFICATION ? mostProbable(index) : values[index];
    }

    /// The probability of a label; only of a classification.
    ///
    /// @param index which of the predicted rows, from 0
    /// @param label which of the labels, from 0
    public float probability(int index, int label) {
        if (target.task() != Task.CLASSIFICATION) {
            throw new IllegalArgumentException("probabilities are those of a classification, this is a regression");
        }
        return values[index * width + label];
    }

    /// The prediction of a row as text: the label as written, or the number in its shortest form.
    public String text(int index) {
        return target instanceof Target.Classification classification
                ? classification.labels().get(mostProbable(index))
                : Float.toString(values[index]);
    }

    private int mostProbable(int index) {
        int best = 0;
        for (int label = 1; label < width; label++) {
            if (values[index * width + label] > values[index * width + best]) {
                best = label;
            }
        }
        return best;
    }

    /// The predictions as columns of a table: `prediction` and, if asked for, `probability_LABEL` for each label.
    public List<Column> columns(boolean probabilities) {
        List<Column> columns = new ArrayList<>();
        TextColumn.Builder predicted = TextColumn.builder("prediction");
        for (int index = 0; index < rows.length; index++) {
            predicted.add(text(index));
        }
        columns.add(predicted.build());
        if (probabilities && target instanceof Target.Classification classification) {
            for (int label = 0; label < width; label++) {
                columns.add(
                        probabilities("probability_" + classification.labels().get(label), label));
            }
        }
        return columns;
    }

    private Column probabilities(String name, int label) {
        TextColumn.Builder column = TextColumn.builder(name);
        for (int index = 0; index < rows.length; index++) {
            column.add(Float.toString(probability(index, label)));
        }
        return column.build();
    }

    /// Measures the predictions against the true values of the same table; rows without a value do not count.
    ///
    /// @return the value of each metric by its name, in their order; NaN where it is not defined
    public Map<String, Double> measure(List<Metric> metrics, TargetValues truth) {
        MetricSet measured = new MetricSet(metrics, width, 1);
        float[] value = new float[1];
        for (int index = 0; index < rows.length; index++) {
            value[0] = truth.value(rows[index]);
            if (!Float.isNaN(value[0])) {
                measured.add(values, index * width, value, 0, 1);
            }
        }
        return measured.values();
    }
}
