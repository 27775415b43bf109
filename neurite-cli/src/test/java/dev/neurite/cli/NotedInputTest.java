package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Input that is taken as it is, with a note that counts what was done about it.
class NotedInputTest {
    private static final String HEADER =
            "species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex";

    @TempDir
    private Path folder;

    private Path penguins() {
        Path model = folder.resolve("penguins.onnx");
        Cli.run("train", Cli.PENGUINS, "--target", "species", "--epochs", 3, "--out", model, "--quiet")
                .isDone();
        return model;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void train_oneTextAmongNumbers_isNotedAlikeForEverySeed(int seed) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Cli.PENGUINS));
        lines.set(16, lines.get(16).replaceFirst("^((?:[^,]*,){3})[^,]*", "$1abc"));
        Path data = Files.write(folder.resolve("text.csv"), lines);

        Cli.Run run = Cli.run(
                "train", data, "--target", "species", "--epochs", 1, "--seed", seed, "--out", folder.resolve("m.onnx"));

        assertThat(run.isDone().out())
                .contains(
                        "Note: Column \"bill_depth_mm\" is taken as a category, because 1 of its 342 cells is no number,"
                                + " \"abc\" in line 17; leave such cells empty to have it read as numbers.\n")
                .containsPattern("  bill_depth_mm +category ");
    }

    @Test
    void predict_onACategoryThatTrainingNeverSaw_countsIt() {
        Path data = Cli.write(
                folder.resolve("new.csv"),
                HEADER,
                ",Dream,39,18,181,3750,male",
                ",Elsewhere,39,18,181,3750,male",
                ",Nowhere,39,18,181,3750,male");

        Cli.Run run = Cli.run("predict", penguins(), data).isDone();

        assertThat(run.err())
                .isEqualTo("Note: 2 cells of column \"island\" hold categories that training never saw, first"
                        + " \"Elsewhere\" in line 3, taken as none of the categories.\n");
        assertThat(run.out().lines()).hasSize(4);
    }

    @Test
    void predict_onCellsThatAreNoFiniteNumbers_countsThemAsMissing() {
        Path data = Cli.write(
                folder.resolve("new.csv"), HEADER, ",Dream,NaN,18,inf,3750,male", ",Dream,-Infinity,18,181,3750,male");

        Cli.Run run = Cli.run("predict", penguins(), data).isDone();

        assertThat(run.err().lines())
                .containsExactly(
                        "Note: 2 cells of column \"bill_length_mm\" are no finite numbers and are taken as missing.",
                        "Note: 1 cell of column \"flipper_length_mm\" is no finite number and is taken as missing.");
        assertThat(run.out().lines()).hasSize(3);
    }

    @Test
    void train_onCellsThatAreNoFiniteNumbers_countsThemAsMissing() {
        List<String> lines = sums(200);
        lines.set(1, "NaN,2,3");
        lines.set(2, "inf,2,3");
        lines.set(3, "-inf,2,3");

        Cli.Run run = train(lines, "--test", "0", "--validation", "0");

        assertThat(run.out())
                .contains("Note: 3 cells of column \"a\" are no finite numbers and are taken as missing.\n")
                .contains(", or missing\n");
    }

    @Test
    void train_onRowsWithoutATarget_leavesThemOut() {
        List<String> lines = sums(200);
        lines.set(7, "1,2,");
        lines.set(9, "1,2,nan");

        Cli.Run run = train(lines);

        assertThat(run.out())
                .contains(
                        "Note: 2 rows are left out, because the target in column \"y\" is missing or NaN or infinite.")
                .contains("Rows: 126 to learn from, 32 for stopping, 40 for the test");
    }

    @Test
    void evaluate_onRowsWithoutATarget_leavesThemOut() {
        Path data = Cli.write(
                folder.resolve("some.csv"), HEADER, "Adelie,Dream,39,18,181,3750,male", ",Dream,39,18,181,3750,male");

        Cli.Run run = Cli.run("evaluate", penguins(), data).isDone();

        assertThat(run.out())
                .startsWith(
                        "Note: 1 row of some.csv is left out, because the target in column \"species\" is missing.\n")
                .contains("measured on 1 row\n");
    }

    @Test
    void train_onATestFileWithRowsWithoutATarget_leavesThemOut() {
        List<String> lines = sums(10);
        lines.set(1, "1,2,");
        Path test = Cli.write(folder.resolve("test.csv"), lines.toArray(String[]::new));

        Cli.Run run = train(sums(200), "--test-data", test.toString());

        assertThat(run.out())
                .contains("Note: 1 row of test.csv is left out, because the target in column \"y\" is missing.\n")
                .contains("Measured on 9 test rows");
    }

    @Test
    void train_onMoreColumnsThanRows_saysSo() {
        List<String> lines = new ArrayList<>();
        StringBuilder header = new StringBuilder("y");
        for (int column = 0; column < 60; column++) {
            header.append(",c").append(column);
        }
        lines.add(header.toString());
        for (int row = 0; row < 20; row++) {
            StringBuilder line = new StringBuilder(row % 2 == 0 ? "even" : "odd");
            for (int column = 0; column < 60; column++) {
                line.append(',').append((row * 31 + column * column * 17 + row * column) % 101);
            }
            lines.add(line.toString());
        }

        Cli.Run run = train(lines);

        assertThat(run.out())
                .contains(
                        "Note: There are more inputs (60) than rows to learn from (13), so the network can learn these"
                                + " by heart.");
    }

    @Test
    void train_withoutTestRows_saysThatNothingIsMeasured() {
        Cli.Run run = train(sums(50), "--test", "0");

        assertThat(run.out())
                .contains("No rows were set aside for the test, so nothing is measured.")
                .doesNotContain("rmse ");
    }

    @Test
    void train_onTwoRows_trainsOnBoth() {
        Cli.Run run = train(List.of("a,y", "1,yes", "2,no"));

        assertThat(run.out())
                .contains("Rows: 2 to learn from, 0 for stopping, 0 for the test")
                .contains("Note: The validation share of 0.2 is no row of so few, so there are no validation rows.\n")
                .contains("Note: The test share of 0.2 is no row of so few, so there are no test rows.\n");
    }

    private Cli.Run train(List<String> lines, String... more) {
        Path data = Cli.write(folder.resolve("data.csv"), lines.toArray(String[]::new));
        List<Object> arguments = new ArrayList<>(
                List.of("train", data, "--target", "y", "--epochs", 3, "--out", folder.resolve("model.onnx")));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray()).isDone();
    }

    /// A header and rows of two numbers and their sum.
    private static List<String> sums(int rows) {
        List<String> lines = new ArrayList<>(List.of("a,b,y"));
        for (int row = 0; row < rows; row++) {
            double a = row * 37 % 101 / 10.0;
            double b = row * 53 % 97 / 10.0;
            lines.add(String.format(Locale.ROOT, "%.1f,%.1f,%.1f", a, b, a + b));
        }
        return lines;
    }
}
