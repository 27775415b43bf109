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
    /// @throws IllegalArgumentException if the data has another number of inputs than the model
    public static Map<String, Double> of(Predictor predictor, Dataset data, List<Metric> metrics) {
        if (data.inputs() != predictor.inputs()) {
            throw new IllegalArgumentException(
                    "data must have " + predictor.inputs() + " inputs, got " + data.inputs());
        }
        MetricSet measured = new MetricSet(metrics, predictor.outputs(), data.targets());
        accumulate(predictor, data, measured);
        return measured.values();
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
