package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.onnx.OnnxFile;
import dev.neurite.parameter.Parameters;
import dev.neurite.parameter.Slot;
import dev.neurite.table.TableModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `train --diagnose`.
class DiagnoseTest {
    private static final int ROWS = 200;
    private static final int UNITS = 24;

    @TempDir
    private Path folder;

    private Path data;
    private Path model;

    /// A parabola: a column of numbers `x` and a target `y`.
    @BeforeEach
    void write() {
        List<String> lines = new ArrayList<>(List.of("x,y"));
        IntStream.range(0, ROWS)
                .mapToDouble(row -> row / 100.0 - 1)
                .forEach(x -> lines.add(String.format(Locale.ROOT, "%.2f,%.4f", x, x * x)));
        data = Cli.write(folder.resolve("data.csv"), lines.toArray(String[]::new));
        model = folder.resolve("model.onnx");
    }

    /// Learns from all rows.
    private Cli.Run train(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "train",
                data,
                "--target",
                "y",
                "--test",
                0,
                "--validation",
                0,
                "--out",
                model,
                "--quiet",
                "--diagnose"));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray());
    }

    /// Units of the first layer of a model of one input whose rectified output is 0 at all x: `w z + b` is linear
    /// in `z`, which is linear in `x`, so it is enough to look at both ends.
    private static int deadUnits(TableModel model) {
        Parameters parameters = model.model().parameters();
        float[] values = parameters.toArray();
        Slot weights = parameters.layout().slot("layer1.weight");
        Slot bias = parameters.layout().slot("layer1.bias");
        double end = 99.5 / Math.sqrt((ROWS * (double) ROWS - 1) / 12); // (x - mean) / deviation at the last row
        return (int) IntStream.range(0, UNITS)
                .filter(unit -> {
                    double slope = Math.abs(values[weights.offset() + unit]);
                    return slope * end + values[bias.offset() + unit] <= 0;
                })
                .count();
    }

    @Test
    void train_byStepsMuchTooLarge_findsTheDeadUnits() {
        JsonNode result = train("--hidden", UNITS, "--learning-rate", 3, "--epochs", 8, "--json")
                .isDone()
                .json();

        JsonNode first = result.at("/diagnosis/layers/0");
        int dead = deadUnits(OnnxFile.readTable(model));
        assertThat(dead).isBetween(UNITS / 2 + 1, UNITS);
        assertThat(first.at("/units").asInt()).isEqualTo(UNITS);
        assertThat(first.at("/deadUnits").asInt()).isEqualTo(dead);
        JsonNode problem = result.at("/diagnosis/problems/0");
        assertThat(problem.at("/problem").asString()).isEqualTo("dead units");
        assertThat(problem.at("/layer").asString()).isEqualTo("layer 1 (Dense)");
        assertThat(problem.at("/sentence").asString())
                .isEqualTo(dead + " of " + UNITS + " units of layer 1 (Dense) are 0 on all rows");
    }

    @Test
    void train_thatGoesWell_saysSoOnStandardError() {
        Cli.Run run = train("--hidden", UNITS, "--epochs", 40).isDone();

        assertThat(deadUnits(OnnxFile.readTable(model))).isLessThan(UNITS / 2);
        assertThat(run.err().lines().toList())
                .hasSize(5)
                .startsWith("Diagnosis of the model, by at most 1,024 of the rows to learn from")
                .endsWith("No problem was found.");
        assertThat(run.err()).containsPattern("\n  layer 2 \\(Dense\\) +1 +0 +\\S+ +1\\.0000\n");
        assertThat(run.out()).doesNotContain("iagnos");
    }

    @Test
    void train_throughManySigmoids_findsTheVanishingGradient() {
        Cli.Run run = train(
                        "--activation",
                        "sigmoid",
                        "--hidden",
                        "9,9,9,9,9,9,9,9,9,9,9,9",
                        "--epochs",
                        1,
                        "--batch-size",
                        200,
                        "--learning-rate",
                        1e-9)
                .isDone();

        // a sigmoid's slope is at most 1/4, and 0.25¹² < 10⁻⁷
        assertThat(run.err()).contains("Problem: the gradient vanishes on its way back to layer 1 (Dense): it is ");
        assertThat(run.err()).doesNotContain("way back to layer 12", "explodes", "not finite");
    }

    @Test
    void train_byLbfgs_examinesItsModel() {
        JsonNode result = train("--hidden", UNITS, "--optimizer", "lbfgs", "--epochs", 5, "--json")
                .isDone()
                .json();

        assertThat(result.at("/diagnosis/layers/0/deadUnits").asInt()).isEqualTo(deadUnits(OnnxFile.readTable(model)));
    }

    /// After one step of Adam each weight that learns is ±10³⁰: layer 1 gives such numbers, and layer 2 larger ones
    /// than a float holds. The gradients of the second step are not finite, nor is any parameter after it.
    @Test
    void train_thatDiverges_saysWhatTheLastStepLeft() {
        Cli.Run run = train("--hidden", UNITS, "--learning-rate", "1e30", "--json");

        List<String> lines = run.err().lines().toList();
        assertThat(lines)
                .startsWith("Diagnosis of the network that diverged, by at most 1,024 of the rows to learn from");
        assertThat(lines).contains("Problem: layer 1 (Dense) gives numbers that are not finite");
        assertThat(lines.getLast())
                .startsWith(
                        "neurite: Training diverged at step 2 (epoch 1) in layer 2 (Dense): the loss became Infinity; no");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(Cli.files(folder)).containsExactly("data.csv");
    }

    @Test
    void train_onFewRowsThatCountAmongMany_isExamined() {
        List<String> lines = new ArrayList<>(List.of("x,y,w"));
        IntStream.range(0, 3000)
                .forEach(row -> lines.add(row % 100 + "," + row % 7 + ".5," + (row < 1500 && row % 500 == 1 ? 1 : 0)));
        Path many = Cli.write(folder.resolve("many.csv"), lines.toArray(String[]::new));

        Cli.run(
                        "train",
                        many,
                        "--target",
                        "y",
                        "--weight-column",
                        "w",
                        "--test",
                        0,
                        "--validation",
                        0,
                        "--epochs",
                        2,
                        "--out",
                        model,
                        "--quiet",
                        "--diagnose")
                .isDone();
    }
}
