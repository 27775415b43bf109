package dev.neurite.cli;

import dev.neurite.network.ActivationLayer;
import dev.neurite.network.AdaptiveActivation;
import dev.neurite.network.AlphaDropout;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.GaussianNoise;
import dev.neurite.network.Layer;
import dev.neurite.network.Network;
import dev.neurite.network.Residual;
import dev.neurite.parameter.Shape;
import dev.neurite.program.Program;
import dev.neurite.table.TableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `neurite inspect`.
@SuppressWarnings("NullAway.Init") // picocli sets the fields
@Command(
        name = "inspect",
        description = "Shows what a model reads, what it predicts and what it is made of.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  neurite inspect model.onnx", "  neurite inspect model.onnx --batch-size 256"})
final class InspectCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model, as train wrote it.")
    private Path modelFile;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            description = "Show the memory that training takes with batches of N rows.")
    private @Nullable Integer batchSize;

    InspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (batchSize != null) {
            Require.positive("--batch-size", batchSize);
        }
        TableModel model = ModelFiles.read(modelFile);
        Program program = Program.forPrediction(model.model().network(), 1);
        console.print(modelFile + ": " + Numbers.bytes(Files.size(modelFile)));
        console.print("");
        console.print("Reads " + Numbers.of(model.preprocessing().encoders().size(), "column") + " as "
                + Numbers.of(model.preprocessing().width(), "input"));
        console.print(ColumnSummary.of(model.preprocessing()));
        console.print("");
        console.print(Targets.lines(model.target()));
        console.print("");
        console.print("Layers");
        console.print(layers(model.model().network()));
        console.print("%s in all; link: %s"
                .formatted(
                        Numbers.of(program.layout().count(), "parameter"),
                        model.model().link().name().toLowerCase(Locale.ROOT)));
        console.print("");
        console.print("Program");
        console.print(program.toString().lines().map(line -> "  " + line).toList());
        if (batchSize != null) {
            console.print("");
            console.print(MemoryTable.of(model.model().network(), batchSize));
        }
        return ExitCode.DONE;
    }

    private static List<String> layers(Network network) {
        TextTable table = new TextTable().right(0, 2, 3, 4).row("", "layer", "inputs", "outputs", "parameters", "");
        Shape shape = network.input();
        int number = 0;
        for (Layer layer : network.layers()) {
            Shape output = layer.output(shape);
            table.row(
                    String.valueOf(++number),
                    layer.name(),
                    String.valueOf(shape.size()),
                    String.valueOf(output.size()),
                    Numbers.count(parameters(layer, shape)),
                    function(layer));
            shape = output;
        }
        return table.lines();
    }

    private static int parameters(Layer layer, Shape input) {
        return Program.forPrediction(new Network(input, List.of(layer)), 1)
                .layout()
                .count();
    }

    private static String function(Layer layer) {
        return switch (layer) {
            case Dense dense -> dense.activation().name();
            case ActivationLayer alone -> alone.activation().name();
            case AdaptiveActivation adaptive -> adaptive.activation().name();
            case Dropout dropout -> "rate " + Numbers.text(dropout.rate());
            case AlphaDropout dropout -> "rate " + Numbers.text(dropout.rate());
            case GaussianNoise noise -> "deviation " + Numbers.text(noise.standardDeviation());
            case Residual block ->
                "of " + block.layers().stream().map(Layer::name).collect(Collectors.joining(", "));
            default -> "";
        };
    }
}
