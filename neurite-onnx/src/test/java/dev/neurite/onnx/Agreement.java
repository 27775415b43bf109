package dev.neurite.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import dev.neurite.table.Predictions;
import dev.neurite.table.Table;
import dev.neurite.table.TableModel;
import dev.neurite.table.Target;
import java.util.Arrays;
import java.util.Map;

/// Compares ONNX Runtime with [TableModel#predict] on every row.
final class Agreement {
    private static final float TIE = 1e-5f;

    private Agreement() {}

    /// @return the largest difference: of probabilities, or of numbers relative to `max(|value|, std)`
    static double check(byte[] file, TableModel model, Table table) throws OrtException {
        Predictions predictions = model.predict(table);
        Map<String, Object> scores = OnnxScores.of(file, table);
        assertThat(predictions.size()).isEqualTo(table.rows()).isPositive();
        return model.target() instanceof Target.Regression regression
                ? numbers(predictions, (float[][]) scores.get("value"), regression.std())
                : labels(predictions, (String[]) scores.get("label"), (float[][]) scores.get("probabilities"));
    }

    private static double numbers(Predictions predictions, float[][] values, float std) {
        assertThat(values).hasDimensions(predictions.size(), 1);
        double worst = 0;
        for (int row = 0; row < values.length; row++) {
            double expected = predictions.value(row);
            worst = Math.max(worst, Math.abs(values[row][0] - expected) / Math.max(Math.abs(expected), std));
        }
        assertThat(worst).isLessThanOrEqualTo(1e-4);
        return worst;
    }

    private static double labels(Predictions predictions, String[] labels, float[][] probabilities) {
        assertThat(labels).hasSize(predictions.size());
        double worst = 0;
        for (int row = 0; row < labels.length; row++) {
            if (!isTie(probabilities[row])) {
                assertThat(labels[row]).as("row %d", row).isEqualTo(predictions.text(row));
            }
            for (int label = 0; label < probabilities[row].length; label++) {
                worst = Math.max(worst, Math.abs(probabilities[row][label] - predictions.probability(row, label)));
            }
        }
        assertThat(worst).isLessThanOrEqualTo(1e-5);
        return worst;
    }

    private static boolean isTie(float[] probabilities) {
        float[] sorted = probabilities.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - 1] - sorted[sorted.length - 2] < TIE;
    }
}
