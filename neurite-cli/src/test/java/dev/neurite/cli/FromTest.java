package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `train --from`: going on with a model.
class FromTest {
    @TempDir
    private static Path shared;

    private static Path model;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        model = shared.resolve("model.onnx");
        Cli.run("train", Cli.PENGUINS, "--target", "species", "--epochs", 40, "--out", model, "--quiet")
                .isDone();
    }

    private Cli.Run from(Object... more) {
        List<Object> arguments = new ArrayList<>(
                List.of("train", Cli.PENGUINS, "--from", model, "--quiet", "--out", folder.resolve("m.onnx")));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray());
    }

    private static List<String> predictions(Path file) {
        return Cli.run("predict", file, Cli.PENGUINS).isDone().out().lines().toList();
    }

    @Test
    void train_fromAModelByTinySteps_staysWhereItWas() {
        Cli.Run run = from("--target", "species", "--epochs", 1, "--learning-rate", 1e-9)
                .isDone();

        assertThat(run.out()).contains("as the model has it").contains(", from " + model + ", ");
        assertThat(predictions(folder.resolve("m.onnx"))).isEqualTo(predictions(model));
        List<String> before = columns(model);
        assertThat(columns(folder.resolve("m.onnx"))).isEqualTo(before).hasSizeGreaterThan(6);
    }

    private static List<String> columns(Path file) {
        return Cli.run("inspect", file)
                .isDone()
                .out()
                .lines()
                .skip(1)
                .takeWhile(line -> !line.startsWith("Program"))
                .toList();
    }

    @Test
    void train_fromAModel_getsBetterOnTheRowsItLearnsFrom() {
        double before = Cli.run("evaluate", model, Cli.PENGUINS, "--json")
                .isDone()
                .json()
                .at("/metrics/logLoss")
                .asDouble();
        from("--target", "species", "--epochs", 20, "--validation", 0, "--test", 0)
                .isDone();

        assertThat(Cli.run("evaluate", folder.resolve("m.onnx"), Cli.PENGUINS, "--json")
                        .isDone()
                        .json()
                        .at("/metrics/logLoss")
                        .asDouble())
                .isLessThan(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --target sex                              | The model to go on with predicts "species" and cannot learn "sex".
            --target species --hidden 8               | Only one of --from and --hidden can be given.
            --target species --folds 3                | Only one of --from and --folds can be given.
            --target species --loss mse               | The loss mean squared error does not fit the model to go on with, whose outputs for column "species" mean something else.
            --target species --weight-column body_mass_g | Column "body_mass_g" is read by the model to go on with, so it cannot be excluded or hold weights.
            --target species --optimizer lbfgs        | --from is not for --optimizer lbfgs.
            """)
    void train_fromAModelThatDoesNotFit_isRefused(String options, String sentence) {
        from((Object[]) options.split(" ")).isRefusedWith(sentence);
        assertThat(Cli.files(folder)).isEmpty();
    }

    @Test
    void train_fromAModelOnATableThatLacksAColumn_isRefused() {
        Path data =
                Cli.write(folder.resolve("d.csv"), "species,island", "Adelie,Dream", "Gentoo,Biscoe", "Adelie,Dream");
        Cli.Run run = Cli.run(
                "train", data, "--target", "species", "--from", model, "--quiet", "--out", folder.resolve("m.onnx"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("neurite: d.csv has no column \"bill_length_mm\", which the model reads");
        assertThat(Cli.files(folder)).containsExactly("d.csv");
    }

    @Test
    void train_fromNoFile_isRefused() {
        Cli.run("train", Cli.PENGUINS, "--target", "species", "--from", "no.onnx", "--out", folder.resolve("m.onnx"))
                .isRefusedWith("There is no file no.onnx.");
    }
}
