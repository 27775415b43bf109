package dev.neurite.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.loss.Loss;
import dev.neurite.metric.Metric;
import dev.neurite.network.Dense;
import dev.neurite.random.Seed;
import dev.neurite.train.EarlyStopping;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableTrainerTest {
    private static final int ROWS = 600;

    private static Table shapes() {
        Seed seed = Seed.of(1);
        return Tables.of(
                Tables.column("width", ROWS, row -> 10 * seed.split("width").uniform(row)),
                Tables.column("height", ROWS, row -> 10 * seed.split("height").uniform(row)),
                Tables.column("colour", ROWS, row -> row % 3 == 0 ? "red" : "blue"),
                Tables.column(
                        "shape",
                        ROWS,
                        row -> seed.split("width").uniform(row)
                                        > seed.split("height").uniform(row)
                                ? "wide"
                                : "tall"),
                Tables.column(
                        "area",
                        ROWS,
                        row -> 100
                                * seed.split("width").uniform(row)
                                * seed.split("height").uniform(row)));
    }

    @Test
    void fit_classes_learnsThemAndMeasuresOnTestRows() {
        TableResult result =
                TableTrainer.forTarget("shape").withoutColumns("area").fit(shapes());
        assertThat(result.metrics()).containsOnlyKeys("accuracy", "logLoss", "auc");
        assertThat(result.metrics().get("accuracy")).isGreaterThan(0.95);
        assertThat(result.prepared().test().size()).isEqualTo(ROWS / 5);
    }

    @Test
    void fit_numbers_measuresInTheirUnit() {
        TableResult result =
                TableTrainer.forTarget("area").withoutColumns("shape").fit(shapes());
        PreparedTable prepared = result.prepared();
        Predictions predictions =
                result.model().predict(prepared.test().table(), prepared.test().rows());
        double squares = IntStream.range(0, predictions.size())
                .mapToDouble(i -> predictions.value(i)
                        - prepared.test().truth().value(prepared.test().rows()[i]))
                .map(error -> error * error)
                .average()
                .orElseThrow();
        assertThat(result.metrics().get("rmse")).isCloseTo(Math.sqrt(squares), within(1e-6));
        assertThat(result.metrics().get("r2")).isGreaterThan(0.95);
    }

    @Test
    void crossValidate_folds_holdOutEachRowOnceAndLearnNothingOfIt() {
        Table table = shapes();
        TableFolds folds = TableTrainer.forTarget("shape")
                .withoutColumns("area")
                .withRecipe(trainer -> trainer.withEpochs(8))
                .crossValidate(table, 4);
        int[] heldOut = folds.folds().stream()
                .flatMapToInt(fold -> Arrays.stream(fold.prepared().test().rows()))
                .sorted()
                .toArray();
        assertThat(heldOut).containsExactly(IntStream.range(0, ROWS).toArray());
        double sum = 0;
        for (TableResult fold : folds.folds()) {
            PreparedTable prepared = fold.prepared();
            int[] rows = prepared.training().rows();
            assertThat(IntStream.concat(
                            Arrays.stream(rows),
                            Arrays.stream(prepared.validation().rows())))
                    .doesNotContainAnyElementsOf(
                            Arrays.stream(prepared.test().rows()).boxed().toList());
            assertThat(prepared.preprocessing().encoders())
                    .isEqualTo(Preprocessing.fit(table, prepared.preprocessing().schema(), rows)
                            .encoders());
            sum += fold.metrics().get("accuracy");
        }
        assertThat(folds.mean("accuracy")).isCloseTo(sum / 4, within(1e-12)).isGreaterThan(0.9);
        assertThat(folds.deviation("accuracy")).isBetween(0.0, 0.1);
    }

    @Test
    void network_forCounts_startsAtTheLogarithmsOfTheirWeightedMeans() {
        Table table = Tables.of(
                Tables.column("x", 40, row -> row % 7),
                Tables.column("w", 40, row -> 1 + row % 3),
                Tables.column("many", 40, row -> 4000 + 10 * row),
                Tables.column("few", 40, row -> row % 4));
        TableTrainer trainer =
                TableTrainer.forTargets("many", "few").withWeightColumn("w").withLoss(Loss.poisson());
        PreparedTable prepared = trainer.prepare(table);
        Dense last = (Dense) trainer.network(prepared).layers().getLast();

        double weights = 0;
        double[] sums = new double[2];
        for (int row : prepared.training().rows()) {
            weights += 1 + row % 3;
            sums[0] += (1 + row % 3) * (4000 + 10 * row);
            sums[1] += (1 + row % 3) * (row % 4);
        }
        assertThat(last.biases().draw(Seed.of(0), 0, 64, 2)).isCloseTo(Math.log(sums[0] / weights), within(1e-12));
        assertThat(last.biases().draw(Seed.of(0), 1, 64, 2)).isCloseTo(Math.log(sums[1] / weights), within(1e-12));
        assertThat(last.weights()).isEqualTo(Dense.linear(2).weights());
    }

    @Test
    void network_forNumbers_startsAtZero() {
        TableTrainer trainer = TableTrainer.forTarget("area");
        PreparedTable prepared = trainer.prepare(shapes());
        assertThat(trainer.network(prepared).layers().getLast()).isEqualTo(Dense.linear(1));
    }

    @Test
    void trainer_stoppingOnAMetricWithoutRowsForIt_isRefused() {
        TableTrainer trainer = TableTrainer.forTarget("shape")
                .withValidation(HeldOut.share(0))
                .withRecipe(usual -> usual.withEarlyStopping(EarlyStopping.on(Metric.accuracy())));
        assertThatThrownBy(() -> trainer.fit(shapes()))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("There are no rows for stopping to measure accuracy on.");
    }

    @Test
    void prepare_parts_shareNoRow() {
        PreparedTable prepared = TableTrainer.forTarget("shape").prepare(shapes());
        int[] all = Stream.of(prepared.training(), prepared.validation(), prepared.test())
                .flatMapToInt(part -> Arrays.stream(part.rows()))
                .sorted()
                .toArray();
        assertThat(all).containsExactly(IntStream.range(0, ROWS).toArray());
    }

    @Test
    void prepare_testRowsChanged_fitsTheSame() {
        Table table = shapes();
        PreparedTable prepared = TableTrainer.forTarget("shape").prepare(table);
        boolean[] held = new boolean[ROWS];
        Arrays.stream(prepared.test().rows()).forEach(row -> held[row] = true);
        Arrays.stream(prepared.validation().rows()).forEach(row -> held[row] = true);
        Table other = Tables.of(
                Tables.column(
                        "width",
                        ROWS,
                        row -> held[row] ? "1e6" : table.column("width").text(row)),
                Tables.column("height", ROWS, row -> table.column("height").text(row)),
                Tables.column(
                        "colour",
                        ROWS,
                        row -> held[row] ? "green" : table.column("colour").text(row)),
                Tables.column("shape", ROWS, row -> table.column("shape").text(row)),
                Tables.column("area", ROWS, row -> table.column("area").text(row)));
        assertThat(TableTrainer.forTarget("shape").prepare(other).preprocessing())
                .isEqualTo(prepared.preprocessing());
    }

    @Test
    void fit_otherTableForTheTest_measuresOnAllOfIt() {
        TableResult result = TableTrainer.forTarget("shape")
                .withTest(HeldOut.table(shapes()))
                .withValidation(HeldOut.none())
                .withRecipe(trainer -> trainer.withEpochs(2))
                .fit(shapes());
        assertThat(result.prepared().test().size()).isEqualTo(ROWS);
        assertThat(result.prepared().training().size()).isEqualTo(ROWS);
        assertThat(result.training().history()).hasSize(2);
    }
}
