package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Hidden layers of all kinds, from `train` to `predict`, `evaluate` and `inspect`.
class HiddenLayersTest {
    @TempDir
    private Path folder;

    private Path model() {
        return folder.resolve("m.onnx");
    }

    private Cli.Run train(String more) {
        List<Object> arguments = new ArrayList<>(
                List.of("train", Cli.PENGUINS, "--target", "species", "--out", model(), "--epochs", 40, "--quiet"));
        arguments.addAll(List.of(more.split(" ")));
        return Cli.run(arguments.toArray()).isDone();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --batch-norm --hidden 16,16                        | BatchNorm
            --layer-norm --hidden 16                           | LayerNorm
            --residual                                         | Residual
            --batch-norm --residual --dropout 0.1 --max-norm 3 | Residual
            """)
    void train_withLayers_learnsAndTheModelIsMeasuredTheSame(String options, String layer) {
        double accuracy =
                train(options + " --json").json().at("/metrics/accuracy").asDouble();

        assertThat(accuracy).isGreaterThan(0.9);
        assertThat(Cli.run("inspect", model()).isDone().out()).contains(layer);
        assertThat(Cli.run("evaluate", model(), Cli.PENGUINS, "--json")
                        .isDone()
                        .json()
                        .at("/metrics/accuracy")
                        .asDouble())
                .isGreaterThan(0.9);
        assertThat(Cli.run("predict", model(), Cli.PENGUINS, "--probabilities")
                        .isDone()
                        .out()
                        .lines())
                .hasSize(345);
    }

    @Test
    void train_withLayers_saysSoBeforeItBegins() {
        assertThat(train("--layer-norm --residual --hidden 32,16,16 --dropout 0.25 --max-norm 2.50")
                        .out())
                .contains("Network: 14 → 32 → 16 → 16 → 3, relu, layer norm, residual, dropout 0.25, max norm 2.5, ");
    }

    @Test
    void train_fromAModelWithLayers_keepsThem() {
        train("--batch-norm --residual");
        Path more = folder.resolve("more.onnx");
        Cli.run("train", Cli.PENGUINS, "--target", "species", "--from", model(), "--out", more, "--epochs", 2)
                .isDone();
        assertThat(Cli.run("inspect", more).isDone().out()).contains("BatchNorm", "Residual");
        Cli.run("train", Cli.PENGUINS, "--target", "species", "--from", model(), "--batch-norm")
                .isRefusedWith("Only one of --from and --batch-norm can be given.");
    }
}
