package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TrainTest {
    @TempDir
    private Path folder;

    private Path model;

    private Cli.Run penguins(Object... more) {
        model = folder.resolve("model.onnx");
        List<Object> arguments = new ArrayList<>(List.of("train", Cli.PENGUINS, "--target", "species", "--out", model));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray()).isDone();
    }

    @Test
    void train_onThePenguins_isRightAboutTheTestRows() {
        double mean = IntStream.rangeClosed(1, 5)
                .mapToObj(seed -> penguins("--seed", seed, "--json", "--quiet").json())
                .mapToDouble(result -> result.at("/metrics/accuracy").asDouble())
                .average()
                .orElseThrow();

        assertThat(mean).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void train_onThePenguins_saysWhatItReadAndDid() {
        Cli.Run run = penguins("--epochs", 5);

        assertThat(run.out())
                .startsWith(Cli.PENGUINS + ": 344 rows, 7 columns\n")
                .contains("  species            target\n")
                .contains("  island             category       3  3 levels: Biscoe, Dream, Torgersen\n")
                .contains("Task: classification of \"species\" (3 labels: Adelie, Chinstrap, Gentoo), because column"
                        + " \"species\" holds 3 distinct texts\n")
                .contains("Rows: 220 to learn from, 55 for stopping, 69 for the test (seed 0)\n")
                .contains("Trained 5 epochs (35 steps) in ")
                .contains("Measured on 69 test rows, which nothing else has seen\n")
                .contains("Confusion matrix")
                .contains("Model: " + model + " (")
                .endsWith("Next: neurite predict " + model + " " + Cli.PENGUINS + " -o predictions.csv\n");
        assertThat(run.err().lines()).hasSize(5).allMatch(line -> line.startsWith("epoch "));
    }

    @Test
    void train_quiet_showsNoProgress() {
        assertThat(penguins("--epochs", 2, "--quiet").err()).isEmpty();
    }

    @Test
    void train_forManyEpochs_tellsOfAboutTwenty() {
        Cli.Run run = penguins("--epochs", 99, "--validation", 0, "--hidden", "none");

        assertThat(run.err().lines().count()).isBetween(15L, 22L);
        assertThat(run.err()).startsWith("epoch  1/99  ").contains("epoch 99/99  ");
    }

    @Test
    void train_json_isOneObjectWithEverything() {
        JsonNode result = penguins("--epochs", 3, "--json").json();

        assertThat(result.at("/task").asString()).isEqualTo("classification");
        assertThat(result.at("/target").asString()).isEqualTo("species");
        assertThat(result.at("/rows").asInt()).isEqualTo(344);
        assertThat(result.at("/testRows").asInt()).isEqualTo(69);
        assertThat(result.at("/metrics").propertyNames()).containsExactly("accuracy", "logLoss", "auc");
        assertThat(result.at("/metrics/accuracy").asDouble()).isBetween(0.5, 1.0);
        assertThat(sum(result.at("/confusionMatrix"))).isEqualTo(69);
        assertThat(result.at("/epochs").asInt()).isEqualTo(3);
        assertThat(result.at("/steps").asInt()).isEqualTo(21);
        assertThat(result.at("/trainingSeconds").asDouble())
                .isPositive()
                .isLessThan(result.at("/seconds").asDouble());
        assertThat(result.at("/model").asString()).isEqualTo(model.toString());
    }

    @Test
    void train_forSomeSteps_endsAfterThem() {
        JsonNode result = penguins("--steps", 20, "--json").json();

        assertThat(result.at("/steps").asInt()).isEqualTo(20);
        assertThat(result.at("/epochs").asInt()).isEqualTo(2);
        assertThat(result.at("/end").asString()).isEqualTo("step limit");
        assertThat(penguins("--steps", 20).err().lines()).hasSize(2).allMatch(line -> line.matches("epoch [12]/3 .*"));
    }

    @Test
    void train_jsonOfARegression_givesTheValidationMetricInTheTargetsUnit() throws IOException {
        Path file = folder.resolve("m");
        JsonNode result = Cli.run("train", line(600), "--target", "y", "--json", "--epochs", 30, "--out", file)
                .isDone()
                .json();
        double loss = result.at("/validation/loss").asDouble();
        double rmse = result.at("/validation/rmse").asDouble();

        // the standard deviation of y is about 400
        assertThat(rmse / Math.sqrt(loss)).isBetween(300.0, 500.0);
    }

    private static int sum(JsonNode matrix) {
        int sum = 0;
        for (JsonNode row : matrix) {
            for (JsonNode count : row) {
                sum += count.asInt();
            }
        }
        return sum;
    }

    @Test
    void train_jsonWithoutTestRows_hasNoMetrics() {
        JsonNode result = penguins("--epochs", 2, "--test", 0, "--json").json();

        assertThat(result.at("/metrics").isEmpty()).isTrue();
        assertThat(result.at("/testRows").asInt()).isZero();
    }

    @Test
    void train_onALine_findsIt() throws IOException {
        JsonNode result = Cli.run(
                        "train", line(600), "--target", "y", "--json", "--quiet", "--out", folder.resolve("m"))
                .isDone()
                .json();

        assertThat(result.at("/task").asString()).isEqualTo("regression");
        assertThat(result.at("/metrics").propertyNames()).containsExactly("rmse", "mae", "r2");
        assertThat(result.at("/metrics/r2").asDouble()).isGreaterThan(0.99);
        assertThat(result.at("/metrics/rmse").asDouble()).isLessThan(30);
        assertThat(result.at("/residuals/mean").asDouble()).isCloseTo(0, within(10.0));
        assertThat(result.at("/residuals/min").asDouble())
                .isLessThan(result.at("/residuals/median").asDouble());
    }

    /// `y = 1000 + 30·a − 20·b`, from 100 to 1900 or so, and a column of labels that says nothing.
    private Path line(int rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("a,b,c,y"));
        for (int row = 0; row < rows; row++) {
            double a = row * 37 % 101 / 3.4;
            double b = row * 53 % 97 / 2.2;
            lines.add(String.format(
                    Locale.ROOT, "%.3f,%.3f,%s,%.3f", a, b, "uvw".charAt(row % 3), 1000 + 30 * a - 20 * b));
        }
        return Files.write(folder.resolve("line.csv"), lines);
    }

    @Test
    void train_onSecondThoughts_takesAnotherTask() {
        Path data = Cli.write(folder.resolve("d.csv"), "a,y", "1,1", "2,2", "3,1", "4,2", "5,1", "6,2", "7,1", "8,2");
        Path file = folder.resolve("m.onnx");

        String inferred = Cli.run("train", data, "--target", "y", "--epochs", 1, "--out", file)
                .isDone()
                .out();
        String asked = Cli.run("train", data, "--target", "y", "--epochs", 1, "--out", file, "--task", "regression")
                .isDone()
                .out();

        assertThat(inferred)
                .contains(
                        "Task: classification of \"y\" (2 labels: 1, 2), because column \"y\" holds 2 distinct integers"
                                + " (at most 20); --task regression changes it\n");
        assertThat(asked).contains("Task: regression of \"y\", as asked for\n");
    }

    @Test
    void train_withColumnsExcluded_doesNotReadThem() {
        String out = penguins("--epochs", 1, "--exclude", "island,sex").out();

        assertThat(out).contains("  island             excluded\n").contains("  sex                excluded\n");
        assertThat(Cli.run("inspect", model).isDone().out())
                .contains("Reads 4 columns")
                .doesNotContain("island");
    }

    @Test
    void train_withFilesOfTheirOwn_measuresOnTheTestFile() throws IOException {
        List<String> all = Files.readAllLines(Cli.PENGUINS);
        Path[] files = new Path[3];
        for (int part = 0; part < 3; part++) {
            List<String> lines = new ArrayList<>(List.of(all.getFirst()));
            for (int row = 1 + part; row < all.size(); row += 3) {
                lines.add(all.get(row));
            }
            files[part] = Files.write(folder.resolve("part" + part + ".csv"), lines);
        }
        Path file = folder.resolve("m.onnx");

        JsonNode trained = Cli.run(
                        "train",
                        files[0],
                        "--target",
                        "species",
                        "--validation-data",
                        files[1],
                        "--test-data",
                        files[2],
                        "--out",
                        file,
                        "--json",
                        "--quiet",
                        "--epochs",
                        8)
                .isDone()
                .json();
        JsonNode evaluated =
                Cli.run("evaluate", file, files[2], "--json").isDone().json();

        assertThat(trained.at("/trainingRows").asInt()).isEqualTo(115);
        assertThat(trained.at("/validationRows").asInt()).isEqualTo(115);
        assertThat(trained.at("/testRows").asInt()).isEqualTo(114);
        assertThat(evaluated.at("/metrics")).isEqualTo(trained.at("/metrics"));
        assertThat(evaluated.at("/confusionMatrix")).isEqualTo(trained.at("/confusionMatrix"));
    }

    @Test
    void train_withAnyNumberOfThreads_writesTheSameFile() throws IOException {
        Set<String> files = new TreeSet<>();
        for (int threads : new int[] {1, 2, 4, 2}) {
            penguins("--epochs", 6, "--dropout", 0.1, "--hidden", "300,200", "--threads", threads, "--batch-size", 110);
            files.add(HexFormat.of().formatHex(Files.readAllBytes(model)));
        }

        assertThat(files).hasSize(1);
    }

    @Test
    void train_withAnotherSeed_writesAnotherFile() throws IOException {
        penguins("--epochs", 1, "--seed", 1);
        byte[] first = Files.readAllBytes(model);
        penguins("--epochs", 1, "--seed", 2);

        assertThat(Files.readAllBytes(model)).isNotEqualTo(first);
    }

    @Test
    void train_intoANameWithBlanks_namesItAsAShellTakesIt() {
        Path file = folder.resolve("Ada's model.onnx");

        String out = Cli.run("train", Cli.PENGUINS, "--target", "species", "--epochs", 1, "--out", file)
                .isDone()
                .out();

        assertThat(out)
                .contains("Next: neurite predict '" + folder + "/Ada'\\''s model.onnx' " + Cli.PENGUINS + " -o ");
    }

    @Test
    void train_overAnOldModel_replacesIt() throws IOException {
        Files.writeString(folder.resolve("model.onnx"), "the old model");

        penguins("--epochs", 1);

        assertThat(Cli.run("inspect", model).exitCode()).isZero();
        assertThat(Cli.files(folder)).containsExactly("model.onnx");
    }

    @Test
    void train_withEveryOption_trains() {
        for (String options : List.of(
                "--optimizer adamw --weight-decay 0.1 --schedule cosine --warmup 10",
                "--optimizer sgd --learning-rate 0.1 --activation tanh",
                "--optimizer momentum --activation gelu --dropout 0.2",
                "--optimizer nesterov --hidden none --patience 2 --batch-size 64")) {
            List<Object> more = new ArrayList<>(List.of("--epochs", 3, "--quiet"));
            more.addAll(List.of(options.split(" ")));

            assertThat(penguins(more.toArray()).out()).contains("Measured on 69 test rows");
        }
    }
}
