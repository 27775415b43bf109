package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Cross-validation, and what ends a training but its epochs.
class FoldsTest {
    @TempDir
    private Path folder;

    @Test
    void train_inFolds_measuresEveryRowOnceAndWritesNothing() {
        JsonNode result = Cli.run(
                        "train", Cli.PENGUINS, "--target", "species", "--folds", 4, "--epochs", 40, "--json", "--quiet")
                .isDone()
                .json();

        double[] accuracies = IntStream.range(0, 4)
                .mapToDouble(fold ->
                        result.at("/folds/" + fold + "/metrics/accuracy").asDouble())
                .toArray();
        double mean =
                IntStream.range(0, 4).mapToDouble(fold -> accuracies[fold]).sum() / 4;
        double squares = IntStream.range(0, 4)
                .mapToDouble(fold -> (accuracies[fold] - mean) * (accuracies[fold] - mean))
                .sum();
        assertThat(IntStream.range(0, 4)
                        .map(fold -> result.at("/folds/" + fold + "/rows").asInt())
                        .sum())
                .isEqualTo(344);
        assertThat(result.at("/metrics/accuracy").asDouble())
                .isCloseTo(mean, within(1e-12))
                .isGreaterThan(0.9);
        assertThat(result.at("/deviations/accuracy").asDouble()).isCloseTo(Math.sqrt(squares / 3), within(1e-12));
        assertThat(result.at("/model").isNull()).isTrue();
        assertThat(Path.of("model.onnx")).doesNotExist();
    }

    @Test
    void train_inFoldsWithAFile_writesAModelOfAllRows() {
        Path model = folder.resolve("m.onnx");
        Cli.Run run = Cli.run(
                        "train", Cli.PENGUINS, "--target", "body_mass_g", "--folds", 3, "--epochs", 4, "--out", model)
                .isDone();

        assertThat(run.out())
                .contains("Measured on 3 folds in ")
                .contains("\n  mean ")
                .contains("\n  deviation ")
                .contains("Model: " + model + ", trained on all rows: 274 to learn from and 68 for stopping;");
        assertThat(run.err().lines()).hasSize(3).allMatch(line -> line.matches("fold [123]/3  rmse .*"));
        Cli.run("evaluate", model, Cli.PENGUINS).isDone();
    }

    @Test
    void train_inFoldsForATime_endsInAllOfThem() {
        JsonNode result = Cli.run(
                        "train",
                        Cli.PENGUINS,
                        "--target",
                        "species",
                        "--folds",
                        3,
                        "--max-time",
                        "0.3s",
                        "--epochs",
                        1000000,
                        "--patience",
                        1000000,
                        "--json",
                        "--quiet",
                        "--out",
                        folder.resolve("m.onnx"))
                .isDone()
                .json();

        assertThat(result.at("/folds"))
                .hasSize(3)
                .allSatisfy(fold -> assertThat(fold.at("/epochs").asInt()).isLessThan(1000000));
        assertThat(Cli.files(folder)).containsExactly("m.onnx");
    }

    @Test
    void train_inFoldsTwice_isTheSame() {
        Object[] command = {"train", Cli.PENGUINS, "--target", "sex", "--folds", 3, "--epochs", 3, "--json", "--quiet"};
        JsonNode first = Cli.run(command).isDone().json();

        assertThat(Cli.run(command).isDone().json().at("/folds")).isEqualTo(first.at("/folds"));
    }

    @Test
    void train_byAMetric_keepsTheEpochThatIsBestByIt() {
        Path model = folder.resolve("m.onnx");
        JsonNode result = Cli.run(
                        "train",
                        Cli.PENGUINS,
                        "--target",
                        "body_mass_g",
                        "--metric",
                        "mae",
                        "--epochs",
                        30,
                        "--json",
                        "--quiet",
                        "--out",
                        model)
                .isDone()
                .json();

        assertThat(result.at("/validation").propertyNames()).containsExactly("loss", "rmse", "mae");
        assertThat(result.at("/validation/mae").asDouble()).isBetween(100.0, 3000.0); // grams
    }

    @Test
    void train_forAMetricThatEndsIt_saysWhich() {
        Path model = folder.resolve("m.onnx");
        Cli.Run run = Cli.run(
                        "train",
                        Cli.PENGUINS,
                        "--target",
                        "species",
                        "--metric",
                        "f1Macro",
                        "--patience",
                        3,
                        "--quiet",
                        "--out",
                        model)
                .isDone();

        assertThat(run.out()).contains("then the validation f1Macro got no better");
    }

    @Test
    void train_forATime_endsAfterItAndSaysHowToRepeat() {
        Path model = folder.resolve("m.onnx");
        Cli.Run run = Cli.run(
                        "train",
                        Cli.PENGUINS,
                        "--target",
                        "species",
                        "--max-time",
                        "0.2s",
                        "--epochs",
                        1000000,
                        "--patience",
                        1000000,
                        "--quiet",
                        "--out",
                        model)
                .isDone();

        assertThat(run.out()).containsPattern("then the time was up; --steps \\d+ gives the same model");
    }
}
