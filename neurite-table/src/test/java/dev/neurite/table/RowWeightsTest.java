package dev.neurite.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.data.Dataset;
import dev.neurite.loss.SigmoidCrossEntropy;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How much rows count in training.
class RowWeightsTest {
    private static Table table(Object oddWeight) {
        return Tables.of(
                Tables.column("x", 60, row -> row * 7 % 13),
                Tables.column("w", 60, row -> row == 5 ? oddWeight : row % 4),
                Tables.column("y", 60, row -> row % 3 == 0 ? "rare" : "often"),
                Tables.column("z", 60, row -> row % 2 == 0 ? "no" : "yes"));
    }

    private static double sum(Dataset data, float label) {
        float[] target = new float[data.targets()];
        return IntStream.range(0, data.size())
                .filter(row -> {
                    data.copyTargets(row, target, 0);
                    return target[0] == label;
                })
                .mapToDouble(data::weight)
                .sum();
    }

    @Test
    void prepare_weightColumn_weighsTheRowsAndIsNotRead() {
        PreparedTable prepared =
                TableTrainer.forTarget("y").withWeightColumn("w").prepare(table(2));
        int[] rows = prepared.training().rows();
        assertThat(IntStream.range(0, rows.length)
                        .mapToObj(i -> prepared.trainingData().weight(i)))
                .containsExactlyElementsOf(IntStream.of(rows)
                        .mapToObj(row -> row == 5 ? 2f : row % 4)
                        .toList());
        assertThat(prepared.preprocessing().schema().features())
                .extracting(Feature::column)
                .containsExactly("x", "z");
        assertThat(prepared.validationData().orElseThrow().weighted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "nan", "", "inf", "heavy"})
    void prepare_weightThatIsNone_isRefusedWithItsRow(String weight) {
        assertThatThrownBy(
                        () -> TableTrainer.forTarget("y").withWeightColumn("w").prepare(table(weight)))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("t.csv, line 7, column \"w\": a weight must be a number that is finite and not negative,"
                        + " got \"" + weight + "\".");
    }

    @Test
    void prepare_allWeightsZero_isRefused() {
        Table table = Tables.of(
                Tables.column("x", 60, row -> row * 7 % 13),
                Tables.column("w", 60, row -> 0),
                Tables.column("y", 60, row -> row % 3 == 0 ? "rare" : "often"));
        assertThatThrownBy(
                        () -> TableTrainer.forTarget("y").withWeightColumn("w").prepare(table))
                .hasMessageMatching("t.csv: all \\d+ rows to learn from have weight 0 in column \"w\"\\.");
    }

    @Test
    void prepare_balanced_letsLabelsCountAlike() {
        Dataset data = TableTrainer.forTarget("y")
                .withLabelWeights(new LabelWeights.Balanced())
                .prepare(table(1))
                .trainingData();
        assertThat(sum(data, 0)).isCloseTo(sum(data, 1), within(1e-4)).isPositive();
    }

    @Test
    void prepare_givenWeights_multiplyThoseOfTheColumn() {
        PreparedTable prepared = TableTrainer.forTarget("y")
                .withWeightColumn("w")
                .withLabelWeights(new LabelWeights.Given(Map.of("rare", 3.0)))
                .prepare(table(1));
        int[] rows = prepared.training().rows();
        for (int i = 0; i < rows.length; i++) {
            float own = rows[i] == 5 ? 1 : rows[i] % 4;
            assertThat(prepared.trainingData().weight(i)).isEqualTo(rows[i] % 3 == 0 ? 3 * own : own);
        }
    }

    @Test
    void prepare_weightOfAnUnknownLabel_isRefused() {
        TableTrainer trainer =
                TableTrainer.forTarget("y").withLabelWeights(new LabelWeights.Given(Map.of("seldom", 3.0)));
        assertThatThrownBy(() -> trainer.prepare(table(1)))
                .hasMessage("Class weights name \"seldom\", which is none of the labels of column \"y\", \"often\","
                        + " \"rare\".");
    }

    @Test
    void prepare_classWeightsOfNumbers_areRefused() {
        TableTrainer trainer =
                TableTrainer.forTarget("x").withTask(Task.REGRESSION).withLabelWeights(new LabelWeights.Balanced());
        assertThatThrownBy(() -> trainer.prepare(table(1)))
                .hasMessage("Class weights are for labels, but the target column \"x\" holds numbers.");
    }

    @Test
    void prepare_balancedLabelsOfSeveralTargets_areInTheLoss() {
        PreparedTable prepared = TableTrainer.forTargets("y", "z")
                .withLabelWeights(new LabelWeights.Balanced())
                .prepare(table(1));
        SigmoidCrossEntropy loss = (SigmoidCrossEntropy) prepared.loss();
        assertThat(loss.positiveWeights()).hasSize(2);
        assertThat(loss.positiveWeights().getFirst()).isBetween(1.5, 3.0); // twice as often "often" as "rare"
    }
}
