package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.activation.Activation;
import dev.neurite.loss.Link;
import dev.neurite.model.Model;
import dev.neurite.network.ActivationLayer;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.network.Softmax;
import dev.neurite.onnx.OnnxFile;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import dev.neurite.table.HeldOut;
import dev.neurite.table.PreparedTable;
import dev.neurite.table.Table;
import dev.neurite.table.TableModel;
import dev.neurite.table.TableTrainer;
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
    void train_fromAModelWithBatchNormByBatchesOfOneRow_isRefused() {
        Path normalized = folder.resolve("normalized.onnx");
        Cli.run(
                        "train",
                        Cli.PENGUINS,
                        "--target",
                        "species",
                        "--batch-norm",
                        "--epochs",
                        1,
                        "--quiet",
                        "--out",
                        normalized)
                .isDone();

        Cli.run(
                        "train",
                        Cli.PENGUINS,
                        "--target",
                        "species",
                        "--from",
                        normalized,
                        "--batch-size",
                        1,
                        "--out",
                        folder.resolve("m.onnx"))
                .isRefusedWith("The batch norm of --from " + normalized
                        + " needs batches of at least 2 rows, but --batch-size is 1.");
        assertThat(Cli.files(folder)).containsExactly("normalized.onnx");
    }

    /// Models that Java can make.
    @Test
    void train_fromAModelThatCannotLearn_isRefused() {
        TableModel trained = OnnxFile.readTable(model);
        int inputs = trained.preprocessing().width();
        Network constant = Network.of(3, new ActivationLayer(Activation.tanh()));
        Path numbers = Cli.write(folder.resolve("d.csv"), "a,b,c,y", "1,2,3,u", "2,4,1,v", "3,1,5,w", "5,5,2,u");
        Table table = Tables.read(numbers);
        PreparedTable prepared = TableTrainer.forTarget("y")
                .withTest(HeldOut.none())
                .withValidation(HeldOut.none())
                .prepare(table);
        assertThat(prepared.preprocessing().width()).isEqualTo(3);
        refused(
                new TableModel(prepared.preprocessing(), untrained(constant), prepared.target()),
                numbers,
                "y",
                " has no parameters that could learn.");
        refused(
                new TableModel(
                        trained.preprocessing(),
                        untrained(Network.of(inputs, Dense.linear(3), new Softmax())),
                        trained.target()),
                Cli.PENGUINS,
                "species",
                " ends in a layer Softmax, but the losses of tables act on logits.");
    }

    private static Model untrained(Network network) {
        return new Model(network, Program.forPrediction(network, 1).initialize(Seed.of(1)), Link.SOFTMAX);
    }

    private void refused(TableModel start, Path data, String target, String sentence) {
        Path file = folder.resolve("start.onnx");
        OnnxFile.write(start, file);
        Cli.run("train", data, "--target", target, "--from", file, "--out", folder.resolve("m.onnx"))
                .isRefusedWith("--from " + file + sentence);
    }

    @Test
    void train_fromNoFile_isRefused() {
        Cli.run("train", Cli.PENGUINS, "--target", "species", "--from", "no.onnx", "--out", folder.resolve("m.onnx"))
                .isRefusedWith("There is no file no.onnx.");
    }
}
