package dev.neurite.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import dev.neurite.loss.Loss;
import dev.neurite.table.Column;
import dev.neurite.table.Predictions;
import dev.neurite.table.Table;
import dev.neurite.table.TableModel;
import dev.neurite.table.TableTrainer;
import dev.neurite.table.Target;
import dev.neurite.table.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Models of quantiles, of mean and variance, of counts and of several targets: ONNX Runtime gives the numbers of
/// [Predictions] under the names that the documentation has, and a file comes back as it was.
class TargetAgreementTest {
    @TempDir
    private Path folder;

    static List<Loss> lossesOfNumbers() {
        return List.of(Loss.quantile(0.1, 0.5, 0.9), Loss.gaussian(), Loss.poisson(), Loss.huber(1));
    }

    private static TableModel trained(TableTrainer trainer, Table table) {
        return trainer.withHidden(16)
                .withRecipe(recipe -> recipe.withEpochs(3))
                .fit(table)
                .model();
    }

    private void agrees(TableModel model, Table table, String... outputs) throws OrtException {
        Map<String, Object> scores = OnnxScores.of(Bytes.of(model), table);
        assertThat(scores.keySet()).containsExactly(outputs);
        Predictions predictions = model.predict(table);
        for (Column column : predictions.columns(false)) {
            boolean labels = model.target().task() == Task.CLASSIFICATION;
            Object scored = scores.get(column.name().replace("prediction", labels ? "label" : "value"));
            for (int row = 0; row < table.rows(); row++) {
                if (labels) {
                    assertThat(((String[]) scored)[row]).isEqualTo(column.text(row));
                } else {
                    float expected = Float.parseFloat(column.text(row));
                    float value = ((float[][]) scored)[row][0];
                    assertThat(Math.abs(value - expected))
                            .as("%s of row %d: %s and %s", column.name(), row, value, expected)
                            .isLessThanOrEqualTo(1e-4f * Math.max(Math.abs(expected), deviation(model, column)));
                }
            }
        }
        comesBack(model);
    }

    private static float deviation(TableModel model, Column column) {
        float std = model.target().scales()[0];
        return column.name().startsWith("variance") ? std * std : std;
    }

    private void comesBack(TableModel model) {
        Path file = folder.resolve("model.onnx");
        OnnxFile.write(model, file);
        TableModel read = OnnxFile.readTable(file);
        assertThat(read.target()).isEqualTo(model.target());
        assertThat(read.model().link()).isEqualTo(model.model().link());
        assertThat(Bytes.of(read)).isEqualTo(Bytes.of(model));
    }

    @ParameterizedTest
    @MethodSource("lossesOfNumbers")
    void stones_everyLossOfNumbers_agrees(Loss loss) throws OrtException {
        Table table = Tables.stones(600, 3);
        TableModel model = trained(TableTrainer.forTarget("price").withLoss(loss), table);
        String[] outputs = loss.name().contains("quantile")
                ? new String[] {"value_q0.1", "value_q0.5", "value_q0.9"}
                : loss.equals(Loss.gaussian()) ? new String[] {"value", "variance"} : new String[] {"value"};
        agrees(model, table, outputs);
    }

    @Test
    void stones_severalNumbers_agree() throws OrtException {
        Table table = Tables.stones(600, 3);
        TableModel model = trained(TableTrainer.forTargets("price", "depth"), table);
        agrees(model, table, "value_price", "value_depth");
        TableModel gaussian = trained(TableTrainer.forTargets("price", "depth").withLoss(Loss.gaussian()), table);
        Map<String, Object> scores = OnnxScores.of(Bytes.of(gaussian), table);
        assertThat(scores.keySet()).containsExactly("value_price", "variance_price", "value_depth", "variance_depth");
    }

    @Test
    void passengers_severalLabels_agree() throws OrtException {
        Table table = Tables.passengers(600, 1);
        TableModel model = trained(TableTrainer.forTargets("survived", "sex"), table);
        assertThat(model.target()).isInstanceOf(Target.Several.class);
        agrees(model, table, "label_survived", "probabilities_survived", "label_sex", "probabilities_sex");
        Predictions predictions = model.predict(table);
        float[][] ofSex = (float[][]) OnnxScores.of(Bytes.of(model), table).get("probabilities_sex");
        for (int row = 0; row < table.rows(); row++) {
            for (int label = 0; label < 2; label++) {
                assertThat(ofSex[row][label]).isCloseTo(predictions.probability(row, 1, label), within(1e-5f));
            }
        }
    }

    @Test
    void passengers_oneOfTwoLabelsByOneOutput_agrees() throws OrtException {
        Table table = Tables.passengers(600, 1);
        TableModel model = trained(TableTrainer.forTarget("survived").withLoss(Loss.sigmoidCrossEntropy()), table);
        assertThat(model.target()).isInstanceOf(Target.YesNo.class);
        agrees(model, table, "label", "probabilities");
    }
}
