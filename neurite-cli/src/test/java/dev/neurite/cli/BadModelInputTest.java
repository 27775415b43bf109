package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Models, and data for a model, that `predict`, `evaluate` and `inspect` refuse.
class BadModelInputTest extends RefusedInput {
    @TempDir
    private static Path shared;

    private static Path model;

    @BeforeAll
    static void train() {
        model = shared.resolve("penguins.onnx");
        Cli.run("train", Cli.PENGUINS, "--target", "species", "--epochs", 3, "--out", model, "--quiet")
                .isDone();
    }

    @Test
    void predict_onTextWhereTheModelExpectsNumbers_isRefused() {
        Path data = data(
                "text.csv",
                "island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex",
                "Dream,39,18,181,3750,male",
                "Dream,long,18,181,3750,male",
                "Dream,longer,18,181,3750,male");

        run("predict", model, data)
                .isRefusedWith(
                        "text.csv, line 3, column \"bill_length_mm\": \"long\" is no number, but numbers are read"
                                + " here (2 of 3 cells hold none); correct it or leave it empty.");
    }

    @Test
    void predict_withoutAColumnOfTheModel_isRefused() {
        Path data = data(
                "less.csv",
                "island,bill_length,bill_depth_mm,flipper_length_mm,body_mass_g,sex",
                "Dream,39,18,181,3750,m");

        run("predict", model, data)
                .isRefusedWith("less.csv has no column \"bill_length_mm\", which the model reads; the nearest name is"
                        + " \"bill_length\".");
    }

    @Test
    void predict_onAColumnCalledPrediction_isRefused() {
        Path data = data(
                "twice.csv",
                "island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex,prediction",
                "Dream,39,18,181,3750,male,x");

        run("predict", model, data, "-o", folder.resolve("predictions.csv"))
                .isRefusedWith(
                        "twice.csv has a column \"prediction\" already; rename it, since predict adds one of that name.");
    }

    @Test
    void predict_intoItsOwnInput_isRefused() {
        Path data = data("data.csv", "a", "1");

        run("predict", model, data, "-o", data)
                .isRefusedWith("--out " + data + " cannot be written: it is read by the same command.");
    }

    @Test
    void predict_intoAFileOfAnotherKind_isRefused() {
        Path parquet = folder.resolve("predictions.parquet");

        run("predict", model, Cli.PENGUINS, "-o", parquet)
                .isRefusedWith("--out must be a table of text, such as predictions.csv, .tsv or .csv.gz, got " + parquet
                        + ".");
    }

    @Test
    void evaluate_withoutTheTarget_isRefused() {
        Path data = data(
                "blind.csv",
                "island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex",
                "Dream,1,2,3,4,male");

        Cli.Run run = run("evaluate", model, data);

        assertThat(run.err())
                .startsWith("neurite: blind.csv has no column \"species\"")
                .hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void evaluate_onAnUnknownLabel_isRefusedWithItsLine() {
        Path data = data(
                "new.csv",
                "species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex",
                "Adelie,Dream,39,18,181,3750,male",
                "Emperor,Dream,39,18,181,3750,male");

        run("evaluate", model, data)
                .isRefusedWith(
                        "new.csv, line 3, column \"species\": \"Emperor\" is none of the labels that were learned,"
                                + " \"Adelie\", \"Chinstrap\", \"Gentoo\".");
    }

    @Test
    void evaluate_whereNoRowHasATarget_isRefused() {
        Path data = data(
                "blank.csv",
                "species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex",
                ",Dream,39,18,181,3750,male");

        run("evaluate", model, data)
                .isRefusedWith("blank.csv has no row with a target in column \"species\", so nothing can be measured.");
    }

    @ParameterizedTest
    @CsvSource({"predict", "evaluate"})
    void command_withAFileThatIsNoModel_isRefused(String command) {
        Path text = data("model.onnx", "this is no model");

        Cli.Run run = run(command, text, Cli.PENGUINS);

        assertThat(run.err()).startsWith("neurite: " + text).hasLineCount(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.001", "0.25", "0.5", "0.75", "0.9999"})
    void inspect_onATruncatedModel_isRefused(double share) throws IOException {
        byte[] whole = Files.readAllBytes(model);
        Path cut = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(whole, (int) (share * whole.length)));

        Cli.Run run = run("inspect", cut);

        assertThat(run.err()).startsWith("neurite: " + cut).hasLineCount(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void inspect_withoutSuchAModel_isRefused() {
        Path missing = folder.resolve("none.onnx");

        run("inspect", missing).isRefusedWith("There is no file " + missing + ".");
    }
}
