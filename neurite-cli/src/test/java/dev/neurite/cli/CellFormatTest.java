package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables whose cells are not written as Neurite reads them: nothing is taken for something else without a word.
class CellFormatTest {
    private static final int ROWS = 120;

    @TempDir
    private Path folder;

    private Path data(String name, String header, IntFunction<String> row) {
        List<String> lines = new ArrayList<>(List.of(header));
        for (int i = 0; i < ROWS; i++) {
            lines.add(row.apply(i));
        }
        return Cli.write(folder.resolve(name), lines.toArray(String[]::new));
    }

    private static String number(int row) {
        return String.format(Locale.ROOT, "%.2f", 1000 + row * 37 % 101 / 7.0);
    }

    private static String withComma(int row) {
        String number = number(row);
        return number.charAt(0) + "." + number.substring(1).replace('.', ',');
    }

    private Cli.Run train(Path data, Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of("train", data, "--target", "y", "--epochs", 2, "--out", model()));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray());
    }

    private Path model() {
        return folder.resolve("model.onnx");
    }

    @Test
    void train_onATargetWithDecimalCommas_isRefused() {
        Path data = data("commas.csv", "x;y", row -> row + row * row + ";" + withComma(row));

        train(data)
                .isRefusedWith("commas.csv, line 2, column \"y\": \"1.000,00\" has a comma, but numbers are read with a"
                        + " decimal point; give --decimal , to read a decimal comma, or --task classification to learn"
                        + " labels.");
    }

    @Test
    void train_onAFeatureWithDecimalCommas_saysSo() {
        Path data = data("commas.csv", "x;y", row -> withComma(row) + ";" + (row % 3 == 0 ? "yes" : "no"));

        assertThat(train(data).isDone().out())
                .contains("Note: Column \"x\" is taken as a category, because 120 of its 120 cells are no numbers, the"
                        + " first \"1.000,00\" in line 2; give --decimal , to have it read as numbers.\n");
    }

    @Test
    void trainAndPredict_withDecimalComma_areThoseOfThePoint() throws IOException {
        Path points = data("points.csv", "x;y", row -> number(row) + ";" + number(2 * row));
        Path commas = data("commas.csv", "x;y", row -> withComma(row) + ";" + withComma(2 * row));
        train(points).isDone();
        byte[] expected = Files.readAllBytes(model());
        List<String> predicted = predictions(Cli.run("predict", model(), points));

        train(commas, "--decimal", ",").isDone();

        assertThat(Files.readAllBytes(model())).isEqualTo(expected);
        Cli.Run run = Cli.run("predict", model(), commas, "--decimal", ",");
        assertThat(predictions(run)).isEqualTo(predicted);
        assertThat(run.out()).contains("\"1.000,00\"");
        assertThat(Cli.run("predict", model(), commas).err())
                .contains("line 2, column \"x\": \"1.000,00\" is no number")
                .contains("leave it empty or give --decimal ,.");
    }

    private static List<String> predictions(Cli.Run run) {
        return run.isDone()
                .out()
                .lines()
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .toList();
    }

    @Test
    void train_withDecimalCommasAndPointsInOneColumn_isRefused() {
        Path data = data("both.csv", "x;y", row -> (row == 5 ? "1.5" : withComma(row)) + ";" + row % 2);

        train(data, "--decimal", ",")
                .isRefusedWith("both.csv, line 7, column \"x\": \"1.5\" has a decimal point, but other cells of the"
                        + " column a decimal comma; write all of them alike.");
    }

    @Test
    void train_withAnUnknownDecimalMark_isRefused() {
        train(Cli.PENGUINS, "--decimal", ";").isRefusedWith("--decimal must be \".\" or \",\", got ;.");
    }

    @Test
    void train_onOneMissingMarkerInManyCells_namesTheOption() {
        Path data = data("na.csv", "x,y", row -> (row % 4 == 0 ? "NA" : number(row)) + "," + number(row));

        assertThat(train(data).isDone().out())
                .contains("Note: Column \"x\" is taken as a category, because 30 of its 120 cells are no numbers, the"
                        + " first \"NA\" in line 2; leave such cells empty or give --missing NA to have it read as"
                        + " numbers.\n");
    }

    @Test
    void trainAndPredict_withAMissingMarker_areThoseOfAnEmptyCell() throws IOException {
        Path empty = data("empty.csv", "x,y", row -> (row % 4 == 0 ? "" : number(row)) + "," + number(row));
        Path marked = data("na.csv", "x,y", row -> (row % 4 == 0 ? "NA" : number(row)) + "," + number(row));
        train(empty).isDone();
        byte[] expected = Files.readAllBytes(model());

        train(marked, "--missing", "?,NA").isDone();

        assertThat(Files.readAllBytes(model())).isEqualTo(expected);
        assertThat(predictions(Cli.run("predict", model(), marked, "--missing", "NA")))
                .isEqualTo(predictions(Cli.run("predict", model(), empty)));
        assertThat(Cli.run("predict", model(), marked).exitCode()).isEqualTo(2);
    }

    @Test
    void predict_onBooleansOfAnotherCase_knowsThem() {
        Path python = data("python.csv", "x,b,y", row -> number(row) + (row % 3 == 0 ? ",True," : ",False,") + row % 2);
        Path json = data("data.csv", "x,b,y", row -> number(row) + (row % 3 == 0 ? ",true," : ",false,") + row % 2);
        train(python).isDone();

        Cli.Run run = Cli.run("predict", model(), json);

        assertThat(run.isDone().err()).isEmpty();
        assertThat(predictions(run)).isEqualTo(predictions(Cli.run("predict", model(), python)));
    }

    @Test
    void evaluate_onABooleanTargetOfAnotherCase_knowsItsLabels() {
        Path python = data("python.csv", "x,y", row -> number(row) + (row % 3 == 0 ? ",True" : ",False"));
        Path upper = data("upper.csv", "x,y", row -> number(row) + (row % 3 == 0 ? ",TRUE" : ",FALSE"));
        train(python).isDone();

        assertThat(Cli.run("evaluate", model(), upper, "--json").isDone().json().at("/metrics"))
                .isEqualTo(Cli.run("evaluate", model(), python, "--json")
                        .isDone()
                        .json()
                        .at("/metrics"));
    }

    @Test
    void train_onDatesThatAreNotIso_saysSo() {
        Path data =
                data("dates.csv", "d,x,y", row -> "%02d.01.2024,%s,%d".formatted(1 + row % 28, number(row), row % 2));

        assertThat(train(data).isDone().out())
                .contains("Note: Column \"d\" is taken as texts, because its dates, the first \"01.01.2024\" in line 2,"
                        + " are not written as 2026-11-22.\n");
    }

    @Test
    void train_onATargetOfDates_isRefused() {
        Path data = data("dates.csv", "x,y", row -> "%s,2024-01-%02d".formatted(number(row), 1 + row % 28));

        train(data)
                .isRefusedWith("dates.csv: the target column \"y\" holds dates, and a date cannot be learned; make it a"
                        + " number, such as days, or give --task classification to learn each date as a label.");
        train(data, "--task", "classification").isDone();
    }
}
