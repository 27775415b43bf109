package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `predict`, `evaluate` and `inspect` on one model of the penguins and one of their mass.
class PredictTest {
    @TempDir
    private static Path shared;

    private static Path species;
    private static Path mass;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        species = shared.resolve("species.onnx");
        mass = shared.resolve("mass.onnx");
        Cli.run("train", Cli.PENGUINS, "--target", "species", "--epochs", 30, "--out", species, "--quiet")
                .isDone();
        Cli.run("train", Cli.PENGUINS, "--target", "body_mass_g", "--epochs", 30, "--out", mass, "--quiet")
                .isDone();
    }

    @Test
    void predict_onATable_writesItsColumnsAndThePrediction() throws IOException {
        Cli.Run run = Cli.run("predict", species, Cli.PENGUINS).isDone();

        List<String> input = Files.readAllLines(Cli.PENGUINS);
        List<String> output = run.out().lines().toList();
        assertThat(run.err()).isEmpty();
        assertThat(output).hasSameSizeAs(input);
        assertThat(output.getFirst()).isEqualTo(input.getFirst() + ",prediction");
        for (int line = 1; line < input.size(); line++) {
            assertThat(output.get(line)).startsWith(input.get(line) + ",");
        }
    }

    @Test
    void predict_comparedWithTheTruth_isAsAccurateAsEvaluateSays() {
        List<String> lines = Cli.run("predict", species, Cli.PENGUINS)
                .isDone()
                .out()
                .lines()
                .skip(1)
                .toList();
        long right = lines.stream()
                .filter(line -> line.startsWith(line.substring(line.lastIndexOf(',') + 1) + ","))
                .count();

        double accuracy = Cli.run("evaluate", species, Cli.PENGUINS, "--json")
                .isDone()
                .json()
                .at("/metrics/accuracy")
                .asDouble();

        assertThat(accuracy)
                .isCloseTo((double) right / lines.size(), within(1e-12))
                .isGreaterThan(0.9);
    }

    @Test
    void predict_withProbabilities_givesThoseOfEveryLabel() {
        List<String> lines = Cli.run("predict", species, Cli.PENGUINS, "--probabilities")
                .isDone()
                .out()
                .lines()
                .toList();

        assertThat(lines.getFirst())
                .endsWith(",prediction,probability_Adelie,probability_Chinstrap,probability_Gentoo");
        List<String> labels = List.of("Adelie", "Chinstrap", "Gentoo");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            double[] probabilities =
                    Arrays.stream(cells, 8, 11).mapToDouble(Double::parseDouble).toArray();
            assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-5));
            assertThat(probabilities[labels.indexOf(cells[7])])
                    .isEqualTo(Arrays.stream(probabilities).max().orElseThrow());
        }
    }

    @Test
    void predict_withoutTheTarget_givesTheSame() throws IOException {
        List<String> without = new ArrayList<>();
        for (String line : Files.readAllLines(Cli.PENGUINS)) {
            without.add(line.substring(line.indexOf(',') + 1)); // the first column
        }
        Path data = Files.write(folder.resolve("blind.csv"), without);

        assertThat(lastColumn(Cli.run("predict", species, data).isDone().out()))
                .isEqualTo(lastColumn(
                        Cli.run("predict", species, Cli.PENGUINS).isDone().out()));
    }

    private static List<String> lastColumn(String table) {
        return table.lines()
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .toList();
    }

    @Test
    void predict_aNumber_isInTheTargetsUnit() {
        List<String> predictions =
                lastColumn(Cli.run("predict", mass, Cli.PENGUINS).isDone().out());

        assertThat(predictions.stream().skip(1).mapToDouble(Double::parseDouble))
                .allMatch(grams -> grams > 2000 && grams < 8000);
    }

    @Test
    void predict_intoAFile_writesWhatItWouldPrint() throws IOException {
        Path out = folder.resolve("predictions.csv");

        Cli.Run run = Cli.run("predict", species, Cli.PENGUINS, "-o", out).isDone();

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("Wrote 344 predictions to " + out + ".\n");
        assertThat(Files.readString(out))
                .isEqualTo(Cli.run("predict", species, Cli.PENGUINS).out());
        assertThat(Cli.files(folder)).containsExactly("predictions.csv");
    }

    @Test
    void predict_intoAGzippedTsv_canBeReadAgain() {
        Path out = folder.resolve("predictions.tsv.gz");

        Cli.run("predict", species, Cli.PENGUINS, "-o", out).isDone();

        assertThat(Cli.run("evaluate", species, out, "--json").isDone().json().at("/metrics"))
                .isEqualTo(Cli.run("evaluate", species, Cli.PENGUINS, "--json")
                        .json()
                        .at("/metrics"));
    }

    @Test
    void evaluate_aClassification_showsMetricsAndConfusions() {
        assertThat(Cli.run("evaluate", species, Cli.PENGUINS).isDone().out())
                .startsWith(Cli.PENGUINS + ": classification of \"species\", measured on 344 rows\n  accuracy  0.9")
                .contains("""

                        Confusion matrix (a row for each true label, a column for each predicted one)
                                     Adelie  Chinstrap  Gentoo  recall
                        """);
    }

    @Test
    void evaluate_aRegression_isInTheTargetsUnit() {
        Cli.Run run = Cli.run("evaluate", mass, Cli.PENGUINS).isDone();

        assertThat(run.out())
                .startsWith("Note: 2 rows of penguins.csv are left out, because the target in column \"body_mass_g\" is"
                        + " missing.\n")
                .contains("measured on 342 rows\n")
                .containsPattern("  rmse +[1-9]\\d\\d\\.\\d+\n")
                .contains("Residuals (prediction minus true value)\n  min -");
    }

    @Test
    void inspect_aModel_showsAllOfIt() {
        assertThat(Cli.run("inspect", species).isDone().out())
                .startsWith(species + ": ")
                .contains("Reads 6 columns as 14 inputs\n")
                .contains("  sex                category       3  2 levels: female, male, or missing\n")
                .contains("Predicts \"species\", one of 3 labels\n  Adelie, Chinstrap, Gentoo\n")
                .contains("  1  Dense      14       64         960  relu\n")
                .contains("  3  Dense      64        3         195  identity\n")
                .contains("5,315 parameters in all; link: softmax\n")
                .contains("  layer1.output = relu(input · layer1.weight + layer1.bias)\n");
        assertThat(Cli.run("inspect", mass).isDone().out()).contains("Predicts \"body_mass_g\", a number\n  mean 4,");
    }
}
