package dev.neurite.table;

import dev.neurite.metric.Metric;
import dev.neurite.metric.MetricSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a model says about rows of a table. Immutable.
///
/// Of several targets, those methods that take no target are about the first.
public final class Predictions {
    private final Target target;
    private final List<Target.Single> singles;
    private final int[] firsts; // the first output of each single target
    private final int[] rows;
    private final int width;
    private final float[] values; // probabilities of labels, or numbers, one row after another
    private final List<Note> notes;

    Predictions(Target target, int[] rows, float[] values, List<Note> notes) {
        this.target = target;
        this.singles = target.singles();
        this.firsts = new int[singles.size()];
        for (int single = 1; single < firsts.length; single++) {
            firsts[single] = firsts[single - 1] + singles.get(single - 1).width();
        }
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
        return value(index, 0);
    }

    /// The prediction of a row for one of several targets.
    ///
    /// @param single which of the targets, from 0
    public float value(int index, int single) {
        return singles.get(single) instanceof Target.Regression number
                ? output(index, single, number.estimate().middle())
                : mostProbable(index, single);
    }

    /// What the model says about a row, in the unit of the target: a probability, the number, a quantile,
    /// a variance.
    ///
    /// @param single which of the targets, from 0
    /// @param output which output of this target, from 0
    public float output(int index, int single, int output) {
        return values[index * width + firsts[single] + output];
    }

    /// The probability of a label; only of a classification.
    ///
    /// @param index which of the predicted rows, from 0
    /// @param label which of the labels, from 0
    public float probability(int index, int label) {
        return probability(index, 0, label);
    }

    /// The probability of a label of one of several targets.
    ///
    /// @param single which of the targets, from 0
    public float probability(int index, int single, int label) {
        return switch (singles.get(single)) {
            case Target.Classification ignored -> output(index, single, label);
            case Target.YesNo ignored -> label == 1 ? output(index, single, 0) : 1 - output(index, single, 0);
            case Target.Regression ignored ->
                throw new IllegalArgumentException("probabilities are those of a classification, this is a regression");
        };
    }

    /// The prediction of a row as text: the label as written, or the number in its shortest form.
    public String text(int index) {
        return text(index, 0);
    }

    /// The prediction of a row for one of several targets as text.
    ///
    /// @param single which of the targets, from 0
    public String text(int index, int single) {
        List<String> labels = labels(singles.get(single));
        return labels.isEmpty() ? Float.toString(value(index, single)) : labels.get(mostProbable(index, single));
    }

    private static List<String> labels(Target.Single single) {
        return switch (single) {
            case Target.Classification classification -> classification.labels();
            case Target.YesNo yesNo -> yesNo.labels();
            case Target.Regression ignored -> List.of();
        };
    }

    private int mostProbable(int index, int single) {
        int best = 0;
        for (int label = 1; label < labels(singles.get(single)).size(); label++) {
            if (probability(index, single, label) > probability(index, single, best)) {
                best = label;
            }
        }
        return best;
    }

    /// The predictions as columns of a table: `prediction` and, if asked for, `probability_LABEL` for each
    /// label; `prediction_q0.9` for each quantile; after a mean its `variance`. Of several targets each has
    /// its name behind these words: `prediction_TARGET`, `probability_TARGET_LABEL`,
    /// `prediction_TARGET_q0.9`, `variance_TARGET`.
    public List<Column> columns(boolean probabilities) {
        List<Column> columns = new ArrayList<>();
        for (int single = 0; single < firsts.length; single++) {
            String of = firsts.length == 1 ? "" : "_" + singles.get(single).column();
            if (singles.get(single) instanceof Target.Regression number) {
                addNumbers(columns, single, number.estimate().names("prediction", of));
            } else {
                addLabels(columns, single, of, probabilities);
            }
        }
        return columns;
    }

    private void addNumbers(List<Column> columns, int single, List<String> names) {
        for (int output = 0; output < names.size(); output++) {
            TextColumn.Builder column = TextColumn.builder(names.get(output));
            for (int index = 0; index < rows.length; index++) {
                column.add(Float.toString(output(index, single, output)));
            }
            columns.add(column.build());
        }
    }

    private void addLabels(List<Column> columns, int single, String of, boolean probabilities) {
        TextColumn.Builder predicted = TextColumn.builder("prediction" + of);
        for (int index = 0; index < rows.length; index++) {
            predicted.add(text(index, single));
        }
        columns.add(predicted.build());
        List<String> labels = labels(singles.get(single));
        for (int label = 0; probabilities && label < labels.size(); label++) {
            TextColumn.Builder column = TextColumn.builder("probability" + of + "_" + labels.get(label));
            for (int index = 0; index < rows.length; index++) {
                column.add(Float.toString(probability(index, single, label)));
            }
            columns.add(column.build());
        }
    }

    /// Measures the predictions against the true values of the same table; rows without a value do not count.
    ///
    /// @return the value of each metric by its name, in their order; NaN where it is not defined
    public Map<String, Double> measure(List<Metric> metrics, TargetValues truth) {
        int[] scored = target.scored();
        float[] outputs = new float[scored.length];
        float[] value = new float[firsts.length];
        MetricSet measured = new MetricSet(metrics, scored.length, value.length);
        for (int index = 0; index < rows.length; index++) {
            boolean complete = true;
            for (int single = 0; single < value.length; single++) {
                value[single] = truth.value(rows[index], single);
                complete &= !Float.isNaN(value[single]);
            }
            for (int i = 0; i < scored.length; i++) {
                outputs[i] = values[index * width + scored[i]];
            }
            if (complete) {
                measured.add(outputs, 0, value, 0, 1);
            }
        }
        return measured.values();
    }

    /// These predictions of one of several targets.
    ///
    /// @param single which one, from 0
    public Predictions of(int single) {
        int outputs = singles.get(single).width();
        float[] own = new float[rows.length * outputs];
        for (int index = 0; index < rows.length; index++) {
            System.arraycopy(values, index * width + firsts[single], own, index * outputs, outputs);
        }
        return new Predictions(singles.get(single), rows, own, notes);
    }

    /// The row of the table that a prediction is about.
    int row(int index) {
        return rows[index];
    }
}
