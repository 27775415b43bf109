package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Data and places of models that `train` refuses.
class BadInputTest extends RefusedInput {
    private Cli.Run train(Path data, String target) {
        return run("train", data, "--target", target, "--out", out);
    }

    @Test
    void train_withoutSuchAFile_isRefused() {
        Path missing = folder.resolve("nowhere.csv");

        train(missing, "y").isRefusedWith("There is no file " + missing + ".");
    }

    @Test
    void train_withoutSuchATestFile_isRefusedBeforeTraining() {
        Path missing = folder.resolve("nowhere.csv");

        run("train", Cli.PENGUINS, "--target", "species", "--out", out, "--test-data", missing)
                .isRefusedWith("There is no file " + missing + ".");
    }

    @Test
    void train_onAFolder_isRefused() {
        train(folder, "y").isRefusedWith(folder + " is a folder; a file is needed.");
    }

    @Test
    void train_onAFileOfAnotherKind_isRefused() {
        Path data = data("table.xlsx", "a,y");

        Cli.Run run = train(data, "y");

        assertThat(run.err())
                .startsWith("neurite: " + data + " is not a table that can be read here;")
                .contains(".csv");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void train_onAnEmptyFile_isRefused() throws IOException {
        Path data = Files.createFile(folder.resolve("empty.csv"));

        train(data, "y").isRefusedWith("empty.csv is empty; a header line and rows are needed.");
    }

    @Test
    void train_onAHeaderOnly_isRefused() {
        train(data("header.csv", "a,b,y"), "y").isRefusedWith("header.csv has a header and no rows.");
    }

    @Test
    void train_onARowWithTooManyFields_isRefused() {
        train(data("ragged.csv", "a,y", "1,2", "1,2,3"), "y")
                .isRefusedWith(
                        "ragged.csv, line 3: the row has 3 fields, but the header names 2 columns separated by \",\".");
    }

    @Test
    void train_onARowWithTooFewFields_isRefused() {
        train(data("ragged.csv", "a;b;y", "1;2;3", "1;2"), "y")
                .isRefusedWith("ragged.csv, line 3: the row has 2 fields, but the header names 3 columns separated by"
                        + " \";\".");
    }

    @Test
    void train_withAnUnknownTarget_isRefusedWithTheNearestName() {
        train(Cli.PENGUINS, "Spezies")
                .isRefusedWith("penguins.csv has no column \"Spezies\"; the nearest name is \"species\".");
    }

    @Test
    void train_withAnUnknownExcludedColumn_isRefusedWithTheNearestName() {
        run("train", Cli.PENGUINS, "--target", "species", "--out", out, "--exclude", "sex,iland")
                .isRefusedWith("penguins.csv has no column \"iland\"; the nearest name is \"island\".");
    }

    @Test
    void train_onATargetWithOneClass_isRefused() {
        train(data("one.csv", "a,y", "1,yes", "2,yes", "3,yes"), "y")
                .isRefusedWith(
                        "one.csv: every row holds \"yes\" in the target column \"y\"; there is nothing to learn.");
    }

    @Test
    void train_onOneRow_isRefused() {
        train(data("single.csv", "a,y", "1,yes"), "y")
                .isRefusedWith("single.csv has 1 row with a target in column \"y\"; at least two are needed to learn"
                        + " from.");
    }

    @Test
    void train_onBytesThatAreNotUtf8_isRefused() throws IOException {
        Path data =
                Files.write(folder.resolve("latin.csv"), "a,y\n1,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        Cli.Run run = train(data, "y");

        assertThat(run.err())
                .startsWith("neurite: latin.csv, line 2")
                .contains("UTF-8")
                .hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void train_onTwoColumnsWithOneName_isRefused() {
        train(data("twice.csv", "a,b,a,y", "1,2,3,4"), "y")
                .isRefusedWith("twice.csv, line 1: two columns are named \"a\"; the first line must give every column a"
                        + " name of its own.");
    }

    @Test
    void train_onATargetThatIsNoNumberForARegression_isRefused() {
        run(
                        "train",
                        data("text.csv", "a,y", "1,2", "2,x", "3,4"),
                        "--target",
                        "y",
                        "--task",
                        "regression",
                        "--out",
                        out)
                .isRefusedWith("text.csv, line 3, column \"y\": \"x\" is no number, but numbers are read here (1 of 3"
                        + " cells hold none); correct it or leave it empty.");
    }

    @Test
    void train_withATestFileThatHasAnotherLabel_isRefusedBeforeTraining() {
        Path test = data(
                "test.csv",
                "species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex",
                "Emperor,Dream,39,18,181,3750,male");

        run("train", Cli.PENGUINS, "--target", "species", "--out", out, "--test-data", test)
                .isRefusedWith("test.csv, line 2, column \"species\": \"Emperor\" is none of the labels that were"
                        + " learned, \"Adelie\", \"Chinstrap\", \"Gentoo\".");
    }

    @Test
    void train_withMapeWhereATargetIsZero_isRefusedWithItsLine() {
        String[] lines = {"a,y", "1,2", "2,0.5", "3,1.5", "4,2.5", "5,3.5", "6,4", "7,4.5", "8,5"};
        Path training = data("some.csv", lines);
        lines[3] = "3,0";
        Path stopping = data("zero.csv", lines);

        run(
                        "train",
                        training,
                        "--target",
                        "y",
                        "--out",
                        out,
                        "--test",
                        "0",
                        "--validation-data",
                        stopping,
                        "--metric",
                        "mape")
                .isRefusedWith("zero.csv, line 4, column \"y\": target must be finite and not 0, got 0.0, as mape needs"
                        + " it.");

        String[] rows = new String[41];
        rows[0] = "a,y";
        for (int i = 1; i < rows.length; i++) {
            rows[i] = 7 * i % 41 + "," + Math.max(0, i - 20);
        }
        Path zeros = data("zeros.csv", rows);
        Cli.Run folds = run(
                "train",
                zeros,
                "--target",
                "y",
                "--task",
                "regression",
                "--folds",
                "2",
                "--validation",
                "0.5",
                "--metric",
                "mape");
        assertThat(folds.err())
                .matches(
                        "neurite: zeros.csv, line \\d+, column \"y\": target must be finite and not 0, got 0.0, as mape"
                                + " needs it.\n");
        assertThat(folds.out()).isEmpty();
        assertThat(folds.exitCode()).isEqualTo(2);
    }

    @Test
    void train_intoAFolderThatIsNotThere_isRefusedBeforeTraining() {
        Path file = folder.resolve("nowhere/model.onnx");

        run("train", Cli.PENGUINS, "--target", "species", "--out", file)
                .isRefusedWith("--out %s cannot be written: there is no folder %s."
                        .formatted(file, folder.resolve("nowhere")));
    }

    @Test
    void train_intoADirectory_isRefusedBeforeTraining() {
        run("train", Cli.PENGUINS, "--target", "species", "--out", folder)
                .isRefusedWith("--out " + folder + " cannot be written: it is a directory.");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void train_intoAFolderThatTakesNoFiles_isRefusedBeforeTraining() {
        Cli.Run run = run("train", Cli.PENGUINS, "--target", "species", "--out", "/proc/model.onnx");

        assertThat(run.err())
                .startsWith("neurite: --out /proc/model.onnx cannot be written: its folder takes no new file")
                .hasLineCount(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void train_intoItsOwnData_isRefused() throws IOException {
        Path data = Files.copy(Cli.PENGUINS, folder.resolve("penguins.csv"));

        run("train", data, "--target", "species", "--out", data)
                .isRefusedWith("--out " + data + " cannot be written: it is read by the same command.");
        assertThat(data).hasSameBinaryContentAs(Cli.PENGUINS);
    }

    @Test
    void train_thatDiverges_namesLayerAndStepAndLeavesTheOldModel() {
        data("out.onnx", "the old model");

        Cli.Run run = run("train", Cli.PENGUINS, "--target", "species", "--out", out, "--learning-rate", "1e6");

        assertThat(run.err().lines().toList().getLast())
                .matches(
                        "neurite: Training diverged at step \\d+ \\(epoch 1\\) in layer \\d \\(Dense\\): the loss became"
                                + " \\S+; no model was written\\."
                                + " Try a smaller --learning-rate, such as 0\\.001 \\(it was 1000000\\)\\.");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(out).hasContent("the old model\n");
    }
}
