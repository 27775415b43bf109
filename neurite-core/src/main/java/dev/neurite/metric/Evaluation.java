package dev.neurite.metric;

import dev.neurite.data.Dataset;
import dev.neurite.model.Predictor;
import java.util.List;
import java.util.Map;

/// Measures a model on a dataset.
public final class Evaluation {
    private static final int BATCH = 256;

    private Evaluation() {}

    /// The value of each metric on all rows of `data`, by name, in the order of `metrics`.
    ///
    /// @throws IllegalArgumentException if the data has another number of inputs than the model, no rows, a weight
    ///     that is negative or not finite, or a target that a metric cannot take, or two metrics have the same name
    public static Map<String, Double> of(Predictor predictor, Dataset data, List<Metric> metrics) {
        if (data.inputs() != predictor.inputs()) {
            throw new IllegalArgumentException(
                    "data must have " + predictor.inputs() + " inputs, got " + data.inputs());
        }
        check(metrics, data, predictor.outputs(), "data");
        MetricSet measured = new MetricSet(metrics, predictor.outputs(), data.targets());
        accumulate(predictor, data, measured);
        return measured.values();
    }

    /// Refuses data that metrics cannot measure.
    ///
    /// @param outputs predictions of a row
    /// @param name    what messages call the data
    /// @throws IllegalArgumentException naming the row
    public static void check(List<Metric> metrics, Dataset data, int outputs, String name) {
        if (data.size() < 1) {
            throw new IllegalArgumentException(name + " must have at least one row, got none");
        }
        MetricSet.requireDistinctNames(metrics);
        metrics.forEach(metric -> metric.accumulator(outputs, data.targets()));
        float[] target = new float[data.targets()];
        for (int row = 0; row < data.size(); row++) {
            data.copyTargets(row, target, 0);
            checkRow(metrics, target, data.weight(row), outputs, name, row);
        }
    }

    private static void checkRow(
            List<Metric> metrics, float[] target, float weight, int outputs, String name, int row) {
        if (!(weight >= 0 && weight < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    name + ", row " + row + ": weight must be finite and not negative, got " + weight);
        }
        for (Metric metric : metrics) {
            String problem = metric.problem(target, 0, target.length, outputs);
            if (problem != null) {
                throw new IllegalArgumentException(
                        name + ", row " + row + ": " + problem + ", as " + metric.name() + " needs it");
            }
        }
    }

    private static void accumulate(Predictor predictor, Dataset data, MetricSet measured) {
        float[] inputs = new float[BATCH * data.inputs()];
        float[] outputs = new float[BATCH * predictor.outputs()];
        float[] target = new float[data.targets()];
        for (int from = 0; from < data.size(); from += BATCH) {
            int rows = Math.min(BATCH, data.size() - from);
            for (int i = 0; i < rows; i++) {
                data.copyInputs(from + i, inputs, i * data.inputs());
            }
            predictor.predict(inputs, rows, outputs);
            for (int i = 0; i < rows; i++) {
                data.copyTargets(from + i, target, 0);
                measured.add(outputs, i * predictor.outputs(), target, 0, data.weight(from + i));
            }
        }
    }
}
