package dev.neurite.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.loss.Link;
import dev.neurite.metric.Metric;
import dev.neurite.model.Model;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.parameter.Parameters;
import dev.neurite.program.Program;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Models of one linear layer with known weights, so that predictions can be worked out by hand.
class TableModelTest {
    private static final Preprocessing PREPROCESSING = new Preprocessing(List.of(
            new NumberEncoder("x", 10, 2, 8, false), new CategoryEncoder("c", List.of("u", "v"), false, false)));

    private static Model linear(Link link, int outputs, float... vector) {
        Network network = Network.of(3, Dense.linear(outputs));
        return new Model(
                network, Parameters.ofVector(Program.forPrediction(network, 1).layout(), vector), link);
    }

    /// Value 100 + 20·(0.5·z + 0.25 ± 1), with plus for u and minus for v.
    private static final TableModel REGRESSION = new TableModel(
            PREPROCESSING, linear(Link.IDENTITY, 1, 0.5f, 1, -1, 0.25f), new Target.Regression("y", 100, 20));

    /// Logits z, −z for u and one more for the second label of v.
    private static final TableModel CLASSIFICATION = new TableModel(
            PREPROCESSING,
            linear(Link.SOFTMAX, 2, 1, -1, 0, 0, 0, 1, 0, 0),
            new Target.Classification("y", List.of("no", "yes")));

    private static final Table TABLE = Tables.of("y,c,x", "120,u,12", "90,v,10", ",w,");

    @Test
    void predict_regression_isInItsUnit() {
        Predictions predictions = REGRESSION.predict(TABLE);
        assertThat(predictions.size()).isEqualTo(3);
        assertThat(IntStream.range(0, 3).mapToObj(predictions::value)).containsExactly(135f, 85f, 105f);
        assertThat(predictions.text(0)).isEqualTo("135.0");
        assertThat(predictions.notes()).hasSize(2);
        assertThatThrownBy(() -> predictions.probability(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void predict_classification_isSoftmaxAndItsMostProbableLabel() {
        Predictions predictions = CLASSIFICATION.predict(TABLE);
        double e2 = StrictMath.exp(2);
        double e1 = StrictMath.exp(1);
        assertThat((double) predictions.probability(0, 0)).isCloseTo(e2 / (e2 + 1), within(1e-6));
        assertThat((double) predictions.probability(1, 1)).isCloseTo(e1 / (1 + e1), within(1e-6));
        assertThat(predictions.probability(2, 0)).isEqualTo(0.5f);
        assertThat(IntStream.range(0, 3).mapToObj(predictions::text)).containsExactly("no", "yes", "no");
        assertThat(predictions.value(1)).isEqualTo(1);
    }

    @Test
    void predict_someRows_areThoseOfAll() {
        Predictions all = REGRESSION.predict(TABLE);
        Predictions some = REGRESSION.predict(TABLE, new int[] {2, 1});
        assertThat(some.value(0)).isEqualTo(all.value(2));
        assertThat(some.value(1)).isEqualTo(all.value(1));
    }

    @Test
    void predict_moreRowsThanABatch_areEachPredictedAlike() {
        int rows = 2500;
        Table table = Tables.of(
                Tables.column("x", rows, row -> row % 13), Tables.column("c", rows, row -> row % 2 == 0 ? "u" : "v"));
        Predictions predictions = REGRESSION.predict(table);
        for (int row = 0; row < rows; row++) {
            float z = (row % 13 - 10) / 2f;
            float expected = (0.5f * z + (row % 2 == 0 ? 1 : -1) + 0.25f) * 20 + 100;
            assertThat(predictions.value(row)).isCloseTo(expected, within(1e-4f));
        }
    }

    @Test
    void columns_withProbabilities_followThePrediction() {
        List<Column> columns = CLASSIFICATION.predict(TABLE).columns(true);
        assertThat(columns).extracting(Column::name).containsExactly("prediction", "probability_no", "probability_yes");
        assertThat(columns.get(0).text(1)).isEqualTo("yes");
        assertThat(columns.get(2).text(2)).isEqualTo("0.5");
        assertThat(CLASSIFICATION.predict(TABLE).columns(false)).hasSize(1);
        assertThat(TABLE.with(columns).columnNames())
                .containsExactly("y", "c", "x", "prediction", "probability_no", "probability_yes");
    }

    @Test
    void with_predictionsTwice_isRefused() {
        Table predicted = TABLE.with(REGRESSION.predict(TABLE).columns(false));
        List<Column> again = REGRESSION.predict(predicted).columns(false);
        assertThatThrownBy(() -> predicted.with(again))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("two columns are named \"prediction\"");
    }

    @Test
    void measure_regression_leavesOutRowsWithoutTarget() {
        Map<String, Double> measured = REGRESSION
                .predict(TABLE)
                .measure(Metric.ofRegression(), REGRESSION.target().read(TABLE));
        // errors 15 and −5 around the mean 105 of 120 and 90
        assertThat(measured.values())
                .satisfiesExactly(
                        rmse -> assertThat(rmse).isCloseTo(Math.sqrt(125), within(1e-9)),
                        mae -> assertThat(mae).isCloseTo(10, within(1e-9)),
                        r2 -> assertThat(r2).isCloseTo(1 - 250 / 450.0, within(1e-9)));
    }

    @Test
    void measure_classification_comparesWithTheLabels() {
        Table truth = Tables.of("y,c,x", "no,u,12", "no,v,10", "yes,u,14", ",w,1");
        Map<String, Double> measured = CLASSIFICATION
                .predict(truth)
                .measure(List.of(Metric.accuracy()), CLASSIFICATION.target().read(truth));
        assertThat(measured).containsExactly(Map.entry("accuracy", 1 / 3.0));
    }

    @Test
    void dataset_regression_isStandardized() {
        TableDataset data = TableDataset.of(TABLE, PREPROCESSING, REGRESSION.target(), new int[] {1, 0});
        float[] to = new float[4];
        data.copyInputs(1, to, 0);
        data.copyTargets(1, to, 3);
        assertThat(to).containsExactly(1, 1, 0, 1);
        assertThat(List.of(data.size(), data.inputs(), data.targets())).containsExactly(2, 3, 1);
        assertThat(data.weight(0)).isEqualTo(1);
        assertThat(data.notes()).isEmpty();
    }

    @Test
    void dataset_tooLargeToKeep_encodesTheSame() {
        EncodedTable inputs = PREPROCESSING.encode(TABLE, new int[] {2, 0});
        for (boolean keep : new boolean[] {true, false}) {
            float[] to = new float[8];
            new TableDataset(inputs, new float[2], keep).copyInputs(1, to, 4);
            assertThat(to).containsExactly(0, 0, 0, 0, 1, 1, 0, 0);
        }
    }

    @Test
    void dataset_rowWithoutTarget_isAWrongCall() {
        assertThatThrownBy(() -> TableDataset.of(TABLE, PREPROCESSING, REGRESSION.target(), new int[] {0, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows must have a target, but it is missing in t.csv, line 4, column \"y\"");
    }

    @Test
    void new_partsThatDoNotFit_areRefused() {
        Target labels = new Target.Classification("y", List.of("a", "b", "c"));
        assertThatThrownBy(() -> new TableModel(PREPROCESSING, CLASSIFICATION.model(), labels))
                .hasMessage("the network must have as many outputs as the table needs, 3, got 2");
        assertThatThrownBy(() ->
                        new TableModel(PREPROCESSING, linear(Link.IDENTITY, 2, new float[8]), CLASSIFICATION.target()))
                .hasMessage("the link of a classification must be SOFTMAX, got IDENTITY");
        Preprocessing narrow = new Preprocessing(List.of(new NumberEncoder("x", 0, 1, 8, false)));
        assertThatThrownBy(() -> new TableModel(narrow, REGRESSION.model(), REGRESSION.target()))
                .hasMessage("the network must have as many inputs as the table needs, 1, got 3");
    }
}
