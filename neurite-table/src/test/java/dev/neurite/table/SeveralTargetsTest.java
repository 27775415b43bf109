package dev.neurite.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.loss.Link;
import dev.neurite.loss.Loss;
import dev.neurite.model.Model;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.parameter.Parameters;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Several targets, and what else a network may say about one: quantiles, a variance, counts.
class SeveralTargetsTest {
    private static final Preprocessing RAW = new Preprocessing(List.of(new NumberEncoder("x", 0, 1, 1e6f, false)));
    private static final Table TABLE = Tables.of("x,a,b", "1,10,yes", "2,20,no", "3,30,yes");

    /// A model whose outputs are these weights times x.
    private static TableModel model(Target target, Link link, float... weights) {
        Network network = Network.of(1, Dense.linear(weights.length));
        float[] vector = new float[2 * weights.length];
        System.arraycopy(weights, 0, vector, 0, weights.length);
        Model model = new Model(
                network, Parameters.ofVector(Program.forPrediction(network, 1).layout(), vector), link);
        return new TableModel(RAW, model, target);
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    @Test
    void predict_quantiles_areInTheUnitUnderTheirNames() {
        Target target = new Target.Regression("a", 100, 20, new Estimate.Quantiles(List.of(0.1, 0.5, 0.9)));
        Predictions predictions = model(target, Link.IDENTITY, -1, 0, 1).predict(TABLE);
        assertThat(names(predictions.columns(true)))
                .containsExactly("prediction_q0.1", "prediction_q0.5", "prediction_q0.9");
        assertThat(predictions.output(1, 0, 0)).isEqualTo(60);
        assertThat(predictions.output(1, 0, 2)).isEqualTo(140);
        assertThat(predictions.value(1)).isEqualTo(100);
    }

    @Test
    void measure_quantiles_givesPinballAndCoverage() {
        Target target = new Target.Regression("a", 0, 1, new Estimate.Quantiles(List.of(0.25, 0.5)));
        TableModel model = model(target, Link.IDENTITY, 5, 12);
        TablePart part = TablePart.whole(TABLE, target, note -> {});
        Map<String, Double> measured = part.measure(part.predict(model));
        // errors of the quantile 0.25: 5, 10, 15; of the median: −2, −4, −6
        assertThat(measured.get("pinball")).isCloseTo((0.25 * 30 + 0.5 * 12) / 6, within(1e-12));
        assertThat(measured).containsEntry("coverage_q0.25", 0.0).containsEntry("coverage_q0.5", 1.0);
        assertThat(measured.get("mae")).isCloseTo(4, within(1e-6));
    }

    @Test
    void predict_meanAndVariance_scaleByTheUnitAndItsSquare() {
        Target target = new Target.Regression("a", 100, 20, new Estimate.MeanAndVariance());
        TableModel model = model(target, Link.GAUSSIAN, 1, 0);
        Predictions predictions = model.predict(TABLE);
        assertThat(names(predictions.columns(false))).containsExactly("prediction", "variance");
        assertThat(predictions.output(0, 0, 0)).isEqualTo(120);
        double variance = 400 * (StrictMath.log(2) + 1e-6);
        assertThat((double) predictions.output(0, 0, 1)).isCloseTo(variance, within(1e-3));
        TablePart part = TablePart.whole(Tables.of("x,a", "1,125"), target, note -> {});
        assertThat(part.measure(part.predict(model)).get("logLikelihood"))
                .isCloseTo(-0.5 * (StrictMath.log(2 * Math.PI * variance) + 25 / variance), within(1e-6));
    }

    @Test
    void fit_counts_areLearnedAsTheyAre() {
        Table table = Tables.of(Tables.column("x", 200, row -> row % 10), Tables.column("n", 200, row -> row % 10 / 3));
        TableResult result = TableTrainer.forTarget("n")
                .withLoss(Loss.poisson())
                .withRecipe(trainer -> trainer.withEpochs(20))
                .fit(table);
        assertThat(result.model().target()).isEqualTo(new Target.Regression("n", 0, 1));
        assertThat(result.model().model().link()).isEqualTo(Link.EXP);
        assertThat(result.model().predict(table).value(0)).isPositive();
    }

    @Test
    void fit_negativeCounts_areRefusedWithTheirPlace() {
        Table table = Tables.of(
                Tables.column("x", 50, row -> row % 10), Tables.column("n", 50, row -> row == 7 ? -2 : row % 5));
        TableTrainer trainer = TableTrainer.forTarget("n").withLoss(Loss.poisson());
        assertThatThrownBy(() -> trainer.prepare(table))
                .isInstanceOf(DataFormatException.class)
                .hasMessageStartingWith(
                        "t.csv, line 9, column \"n\": target count must be finite and not negative," + " got -2.0");
    }

    @Test
    void predict_severalTargets_haveTheirNames() {
        Target target = new Target.Several(
                List.of(new Target.YesNo("a", List.of("no", "yes")), new Target.YesNo("b", List.of("no", "yes"))));
        Predictions predictions = model(target, Link.SIGMOID, 1, -1).predict(TABLE);
        assertThat(names(predictions.columns(true)))
                .containsExactly(
                        "prediction_a",
                        "probability_a_no",
                        "probability_a_yes",
                        "prediction_b",
                        "probability_b_no",
                        "probability_b_yes");
        assertThat(predictions.text(0, 0)).isEqualTo("yes");
        assertThat(predictions.text(0, 1)).isEqualTo("no");
        assertThat(predictions.probability(0, 1, 0)).isEqualTo(1 - predictions.probability(0, 1, 1));
    }

    @Test
    void measure_severalNumbers_isTheMeanOverThem() {
        Target target = new Target.Several(List.of(new Target.Regression("x", 0, 1), new Target.Regression("a", 0, 2)));
        TablePart part = TablePart.whole(TABLE, target, note -> {});
        Predictions predictions = part.predict(model(target, Link.IDENTITY, 2, 4));
        assertThat(part.measureEach(predictions).getFirst().get("mae")).isCloseTo(2, within(1e-6));
        assertThat(part.measureEach(predictions).getLast().get("mae")).isCloseTo(4, within(1e-6));
        assertThat(part.measure(predictions).get("mae")).isCloseTo(3, within(1e-6));
    }

    @Test
    void measure_severalLabels_countsRowsThatAreAllRight() {
        Table table = Tables.of("x,a,b", "1,yes,no", "2,yes,yes", "-1,no,yes", "-2,yes,yes");
        Target target = new Target.Several(
                List.of(new Target.YesNo("a", List.of("no", "yes")), new Target.YesNo("b", List.of("no", "yes"))));
        TablePart part = TablePart.whole(table, target, note -> {});
        Map<String, Double> measured = part.measure(part.predict(model(target, Link.SIGMOID, 1, -1)));
        assertThat(measured.get("accuracy")).isCloseTo(0.75, within(1e-12));
        assertThat(measured.get("exactMatch")).isEqualTo(0.5);
    }

    @Test
    void of_numbersAndLabels_isRefused() {
        assertThatThrownBy(() -> TargetColumns.of(TABLE, List.of("a", "b"), Optional.empty()))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("t.csv: several targets must all be numbers or all hold two values, but column \"a\" holds"
                        + " 3 distinct numbers, column \"b\" holds 2 distinct texts; learn them one by one, or all as"
                        + " numbers by the task regression.");
    }

    @Test
    void of_severalNumbers_leavesOutRowsThatLackOne() {
        Table table = Tables.of("x,a,b", "1,10,1.5", "2,,2.5", "3,30,3.5", "4,40,");
        TargetColumns columns = TargetColumns.of(table, List.of("a", "b"), Optional.empty());
        assertThat(columns.task()).isEqualTo(Task.REGRESSION);
        assertThat(columns.rows()).containsExactly(0, 2);
        assertThat(columns.notes()).extracting(Note::column).containsExactly("a", "b");
    }

    @Test
    void fit_severalTargets_learnsThemAll() {
        Seed seed = Seed.of(1);
        Table table = Tables.of(
                Tables.column("u", 400, row -> seed.split("u").uniform(row)),
                Tables.column("v", 400, row -> seed.split("v").uniform(row)),
                Tables.column(
                        "sum",
                        400,
                        row -> 10
                                * (seed.split("u").uniform(row)
                                        + seed.split("v").uniform(row))),
                Tables.column(
                        "difference",
                        400,
                        row -> 1000
                                * (seed.split("u").uniform(row)
                                        - seed.split("v").uniform(row))));
        TableResult result = TableTrainer.forTargets("sum", "difference")
                .withRecipe(trainer -> trainer.withEpochs(60))
                .fit(table);
        assertThat(result.metrics().get("r2")).isGreaterThan(0.95);
        assertThat(result.prepared().preprocessing().schema().features())
                .extracting(Feature::column)
                .containsExactly("u", "v");
    }
}
