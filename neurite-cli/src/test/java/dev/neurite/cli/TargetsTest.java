package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Models of several targets, of quantiles, of a variance and of counts, from `train` to `predict` and `evaluate`.
class TargetsTest {
    @TempDir
    private Path folder;

    private Cli.Run train(Path data, Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of("train", data, "--out", folder.resolve("m.onnx"), "--quiet", "--epochs", 60));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray());
    }

    private JsonNode trained(Path data, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(more));
        arguments.add("--json");
        return train(data, arguments.toArray()).isDone().json();
    }

    private List<String> newColumns(Path data) {
        String header = Cli.run("predict", folder.resolve("m.onnx"), data, "--probabilities")
                .isDone()
                .out()
                .lines()
                .findFirst()
                .orElseThrow();
        List<String> names = List.of(header.split(","));
        return names.stream()
                .filter(name -> name.matches("(prediction|probability|variance).*"))
                .toList();
    }

    private JsonNode evaluated(Path data) {
        return Cli.run("evaluate", folder.resolve("m.onnx"), data, "--json")
                .isDone()
                .json();
    }

    private String inspected() {
        return Cli.run("inspect", folder.resolve("m.onnx")).isDone().out();
    }

    @Test
    void train_severalNumbers_predictsEachUnderItsName() {
        JsonNode result = trained(Cli.PENGUINS, "--target", "bill_length_mm,bill_depth_mm");

        assertThat(result.at("/task").asString()).isEqualTo("regression");
        assertThat(result.at("/target").size()).isEqualTo(2);
        assertThat(result.at("/metrics").propertyNames()).containsExactly("rmse", "mae", "r2");
        double mean = (result.at("/targets/bill_length_mm/mae").asDouble()
                        + result.at("/targets/bill_depth_mm/mae").asDouble())
                / 2;
        assertThat(result.at("/metrics/mae").asDouble()).isBetween(mean - 1e-12, mean + 1e-12);
        assertThat(result.at("/metrics/r2").asDouble()).isGreaterThan(0.3);
        assertThat(newColumns(Cli.PENGUINS)).containsExactly("prediction_bill_length_mm", "prediction_bill_depth_mm");
        assertThat(evaluated(Cli.PENGUINS).at("/targets").propertyNames())
                .containsExactly("bill_length_mm", "bill_depth_mm");
        assertThat(inspected()).contains("Predicts \"bill_length_mm\", a number", "Predicts \"bill_depth_mm\"");
    }

    @Test
    void train_quantiles_predictsEachAndMeasuresItsCoverage() {
        JsonNode result = trained(Cli.PENGUINS, "--target", "body_mass_g", "--loss", "quantile:0.1,0.5,0.9");

        assertThat(result.at("/metrics").propertyNames())
                .containsExactly("rmse", "mae", "r2", "pinball", "coverage_q0.1", "coverage_q0.5", "coverage_q0.9");
        assertThat(result.at("/metrics/coverage_q0.9").asDouble())
                .isGreaterThan(result.at("/metrics/coverage_q0.1").asDouble());
        assertThat(result.at("/metrics/mae").asDouble()).isBetween(50.0, 1000.0);
        assertThat(newColumns(Cli.PENGUINS)).containsExactly("prediction_q0.1", "prediction_q0.5", "prediction_q0.9");
        assertThat(inspected()).contains("a number, by its quantiles 0.1, 0.5, 0.9");
    }

    @Test
    void train_outerQuantilesAlone_measuresTheseAlone() {
        JsonNode result = trained(Cli.PENGUINS, "--target", "body_mass_g", "--loss", "quantile:0.1,0.9");

        assertThat(result.at("/metrics").propertyNames()).containsExactly("pinball", "coverage_q0.1", "coverage_q0.9");
        assertThat(result.at("/validation").propertyNames()).containsExactly("loss");
        train(Cli.PENGUINS, "--target", "body_mass_g", "--loss", "quantile:0.1,0.9", "--metric", "mae")
                .isRefusedWith("--metric mae needs 0.5 among the quantiles of --loss, which it is measured of.");
    }

    @Test
    void train_metric_isMeasuredOnTheTestRowsToo() {
        JsonNode result = trained(Cli.PENGUINS, "--target", "species", "--metric", "balancedAccuracy");

        assertThat(result.at("/metrics").propertyNames())
                .containsExactly("accuracy", "logLoss", "auc", "balancedAccuracy");
        JsonNode confusion = result.at("/confusionMatrix");
        double recalls = 0;
        for (int label = 0; label < 3; label++) {
            double rows = 0;
            for (JsonNode count : confusion.get(label)) {
                rows += count.asDouble();
            }
            recalls += confusion.get(label).get(label).asDouble() / rows;
        }
        assertThat(result.at("/metrics/balancedAccuracy").asDouble())
                .isBetween(recalls / 3 - 1e-12, recalls / 3 + 1e-12);
    }

    @Test
    void train_rprop_takesAllRowsUnlessToldOtherwise() {
        Cli.Run all = train(Cli.PENGUINS, "--target", "species", "--optimizer", "rprop")
                .isDone();
        assertThat(all.out()).contains("batches of 220,").doesNotContain("Note: --optimizer");

        Cli.Run few = train(Cli.PENGUINS, "--target", "species", "--optimizer", "rprop", "--batch-size", 32)
                .isDone();
        assertThat(few.out())
                .contains("batches of 32,")
                .contains("Note: --optimizer rprop wants all 220 rows to learn from in a batch,"
                        + " but --batch-size is 32.\n");
    }

    @Test
    void train_gaussian_predictsTheVarianceInTheUnitSquared() {
        JsonNode result = trained(Cli.PENGUINS, "--target", "body_mass_g", "--loss", "gaussian");

        assertThat(result.at("/metrics").propertyNames()).containsExactly("rmse", "mae", "r2", "logLikelihood");
        assertThat(newColumns(Cli.PENGUINS)).containsExactly("prediction", "variance");
        String last = Cli.run("predict", folder.resolve("m.onnx"), Cli.PENGUINS)
                .isDone()
                .out()
                .lines()
                .reduce("", (before, line) -> line);
        double variance = Double.parseDouble(last.substring(last.lastIndexOf(',') + 1));
        assertThat(Math.sqrt(variance)).isBetween(100.0, 3000.0);
    }

    @Test
    void train_counts_areLearnedThoughTheyAreFewIntegers() {
        Path data = counts();
        Cli.Run run = train(data, "--target", "n", "--loss", "poisson").isDone();

        assertThat(run.out()).contains("Task: regression of \"n\", because --loss poisson is for numbers\n");
        assertThat(newColumns(data)).containsExactly("prediction");
        assertThat(inspected()).contains("link: exp");
    }

    private Path counts() {
        List<String> lines = new ArrayList<>(List.of("a,n,even,big"));
        for (int row = 0; row < 200; row++) {
            lines.add(row % 17 + "," + row % 17 / 4 + "," + (row % 2 == 0 ? "yes" : "no") + "," + row % 17 / 9);
        }
        return Cli.write(folder.resolve("counts.csv"), lines.toArray(String[]::new));
    }

    @Test
    void train_severalLabels_predictsEachWithProbabilities() {
        Path data = counts();
        JsonNode result = trained(data, "--target", "even, big", "--class-weights", "balanced");

        assertThat(result.at("/task").asString()).isEqualTo("classification");
        assertThat(result.at("/metrics").propertyNames()).containsExactly("accuracy", "logLoss", "auc", "exactMatch");
        assertThat(result.at("/targets/big/accuracy").asDouble()).isGreaterThan(0.9);
        assertThat(newColumns(data))
                .containsExactly(
                        "prediction_even",
                        "probability_even_no",
                        "probability_even_yes",
                        "prediction_big",
                        "probability_big_0",
                        "probability_big_1");
    }

    @Test
    void train_numbersAndLabels_isRefused() {
        train(counts(), "--target", "n,even")
                .isRefusedWith("counts.csv: several targets must all be numbers or all hold two values, but column"
                        + " \"n\" holds 5 distinct numbers, column \"even\" holds 2 distinct texts; learn them one by"
                        + " one, or all as numbers by the task regression.");
        assertThat(Cli.files(folder)).containsExactly("counts.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,", "a,a"})
    void train_targetsThatAreNone_areRefused(String targets) {
        train(counts(), "--target", targets)
                .isRefusedWith("--target must name different columns, such as A,B, got " + targets + ".");
    }

    @Test
    void train_withWeights_saysWhichColumnAndLeavesItOut() {
        Cli.Run run =
                train(counts(), "--target", "even", "--weight-column", "n").isDone();

        assertThat(run.out()).contains("  n       weight\n").doesNotContain("  n       number");
    }

    @Test
    void train_countsThatAreNegative_areRefusedWithTheirLine() {
        List<String> lines = new ArrayList<>(List.of("a,n"));
        for (int row = 0; row < 50; row++) {
            lines.add(row + "," + (row == 3 ? -1 : row % 5));
        }
        Path data = Cli.write(folder.resolve("d.csv"), lines.toArray(String[]::new));
        train(data, "--target", "n", "--loss", "poisson")
                .isRefusedWith("d.csv, line 5, column \"n\": target count must be finite and not negative, got -1.0,"
                        + " as Poisson negative log-likelihood needs it.");
        assertThat(Cli.files(folder)).containsExactly("d.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--label-smoothing 0.1", "--loss focal", "--loss cross-entropy"})
    void train_lossOfLabelsForMeasuredNumbers_isRefusedUnlessAskedFor(String options) {
        String option = options.startsWith("--loss") ? options : "--label-smoothing";
        List<Object> arguments = new ArrayList<>(List.of("--target", "bill_length_mm"));
        arguments.addAll(List.of(options.split(" ")));
        train(Cli.PENGUINS, arguments.toArray())
                .isRefusedWith(option + " is for labels, but column \"bill_length_mm\" holds 164 distinct numbers;"
                        + " --task classification learns each as a label.");
        assertThat(Cli.files(folder)).isEmpty();

        arguments.addAll(List.of("--task", "classification", "--epochs", 1));
        Cli.Run run = Cli.run(Stream.concat(
                        Stream.of("train", Cli.PENGUINS, "--out", folder.resolve("m.onnx"), "--quiet"),
                        arguments.stream())
                .toArray());
        assertThat(run.isDone().out()).contains("classification of \"bill_length_mm\" (164 labels:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--optimizer lion --weight-decay 0.1 --learning-rate 0.003 --schedule one-cycle",
                "--optimizer rmsprop-centered --schedule step:50,0.5 --clip-norm 1",
                "--optimizer lbfgs --weight-decay 0.001",
                "--optimizer nadam --schedule plateau --average ema:0.9",
                "--optimizer rprop --batch-size 400 --average swa",
                "--loss focal:1 --class-weights Adelie=2,Gentoo=0.5",
                "--label-smoothing 0.1 --schedule cosine-restarts:20,2 --warmup 10"
            })
    void train_withOtherRecipes_learnsThePenguins(String options) {
        List<Object> arguments = new ArrayList<>(List.of("--target", "species"));
        arguments.addAll(List.of(options.split(" ")));
        assertThat(trained(Cli.PENGUINS, arguments.toArray())
                        .at("/metrics/accuracy")
                        .asDouble())
                .isGreaterThan(0.8);
    }
}
