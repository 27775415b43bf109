package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.activation.Activation;
import dev.neurite.loss.Link;
import dev.neurite.model.Model;
import dev.neurite.network.Network;
import dev.neurite.parameter.Parameters;
import dev.neurite.program.Program;
import dev.neurite.table.NumberEncoder;
import dev.neurite.table.Preprocessing;
import dev.neurite.table.Table;
import dev.neurite.table.TableModel;
import dev.neurite.table.TablePart;
import dev.neurite.table.Target;
import dev.neurite.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Confusions and residuals of models whose predictions are known.
class DetailTest {
    private static final NumberEncoder RAW = new NumberEncoder("x", 0, 1, 1e6f, false);

    /// A model with one input and these weights to its outputs, without biases.
    private static TableModel model(Target target, Link link, float... weights) {
        Network network = Network.dense(1, List.of(), Activation.identity(), 0, weights.length);
        var layout = Program.forPrediction(network, 1).layout();
        float[] values = new float[layout.length()];
        System.arraycopy(weights, 0, values, 0, weights.length);
        return new TableModel(
                new Preprocessing(List.of(RAW)), new Model(network, Parameters.of(layout, values), link), target);
    }

    private static Table table(List<String> x, List<String> y) {
        return Table.of("t.csv", List.of(TextColumn.of("x", x), TextColumn.of("y", y)));
    }

    private static Measurement measure(TableModel model, Table table) {
        return Measurement.of(model, TablePart.whole(table, model.target(), note -> {}));
    }

    @Test
    void residuals_ofKnownPredictions_areTheirQuartiles() {
        TableModel identity = model(new Target.Regression("y", 0, 1), Link.IDENTITY, 1);
        Table table = table(List.of("1", "2", "3", "4", "5"), List.of("1", "1", "1", "1", "-5"));

        Measurement measured = measure(identity, table);

        assertThat(measured.rows()).isEqualTo(5);
        assertThat(measured.metrics()).containsEntry("mae", 3.2).containsKeys("rmse", "r2");
        assertThat(measured.detail().values())
                .isEqualTo(Map.of(
                        "residuals",
                        Map.of(
                                "min",
                                0.0,
                                "lowerQuartile",
                                1.0,
                                "median",
                                2.0,
                                "upperQuartile",
                                3.0,
                                "max",
                                10.0,
                                "mean",
                                3.2)));
        assertThat(measured.detail().lines())
                .containsExactly(
                        "Residuals (prediction minus true value)",
                        "  min 0.0000, quartiles 1.0000, 2.0000, 3.0000, max 10.000, mean 3.2000");
    }

    @Test
    void quartiles_betweenRows_areInterpolated() {
        TableModel identity = model(new Target.Regression("y", 0, 1), Link.IDENTITY, 1);
        Table table = table(List.of("0", "1", "2", "10"), List.of("0", "0", "0", "0"));

        Residuals residuals = (Residuals) measure(identity, table).detail();

        assertThat(residuals.quartiles()).containsExactly(0.0, 0.75, 1.5, 4.0, 10.0);
    }

    @Test
    void confusionMatrix_ofKnownPredictions_countsThem() {
        TableModel sign = model(new Target.Classification("y", List.of("minus", "plus")), Link.SOFTMAX, -1, 1);
        Table table = table(List.of("-3", "-2", "2", "3", "4"), List.of("minus", "plus", "plus", "plus", "minus"));

        Measurement measured = measure(sign, table);

        assertThat(measured.metrics()).containsEntry("accuracy", 0.6);
        assertThat((int[][]) measured.detail().values().get("confusionMatrix")).isEqualTo(new int[][] {{1, 1}, {1, 2}});
        assertThat(measured.detail().lines())
                .containsExactly(
                        "Confusion matrix (a row for each true label, a column for each predicted one)",
                        "             minus   plus  recall",
                        "  minus          1      1   0.500",
                        "  plus           1      2   0.667",
                        "  precision  0.500  0.667");
    }

    @Test
    void confusionMatrix_ofManyLabels_isTheListOfTheMostFrequentConfusions() {
        List<String> labels = IntStream.range(0, 20).mapToObj(i -> "label " + i).toList();
        float[] weights = new float[20];
        weights[7] = 1;
        TableModel always7 = model(new Target.Classification("y", labels), Link.SOFTMAX, weights);
        List<String> truth = new ArrayList<>(List.of("label 3", "label 7", "label 5", "label 3"));

        assertThat(measure(always7, table(List.of("1", "1", "1", "1"), truth))
                        .detail()
                        .lines())
                .containsExactly(
                        "Most frequent confusions",
                        "  true     predicted  rows",
                        "  label 3  label 7       2",
                        "  label 5  label 7       1");
    }
}
