package dev.neurite.cli;

import dev.neurite.activation.Activation;
import dev.neurite.random.Seed;
import dev.neurite.textbook.GradientCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `neurite gradcheck`.
@SuppressWarnings("NullAway.Init") // picocli sets the fields
@Command(
        name = "gradcheck",
        description = {
            "Compares the gradient of backpropagation with finite differences, in double precision.",
            "The network and its data are drawn by the seed; errors are 2-norms."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  neurite gradcheck --layers 500,100,50,40,10",
            "  neurite gradcheck --layers 8,16,3 --activation tanh --rows 32 --json"
        })
final class GradcheckCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--layers",
            paramLabel = "SIZES",
            required = true,
            description = "Inputs, units of the hidden layers, outputs.")
    private String layers;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            defaultValue = "relu",
            description = "Activation of the hidden layers, as for train (default: ${DEFAULT-VALUE}).")
    private String activation;

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            defaultValue = "cross-entropy",
            description = "cross-entropy, binary-cross-entropy or squared-error (default: ${DEFAULT-VALUE}).")
    private String loss;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "1",
            description = "Examples in the batch (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Option(
            names = "--at-most",
            paramLabel = "N",
            description = "Parameters of each weight and bias to check, drawn by the seed (default: all).")
    private int atMost = Integer.MAX_VALUE;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Draws the network and the data (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    GradcheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Require.positive("--at-most", atMost);
        Activation function = Activations.named(activation);
        GradcheckCase drawn = GradcheckCase.draw(
                sizes(),
                function,
                Require.oneOf("--loss", GradcheckCase.Kind.NAMES, loss),
                Require.between("--rows", 1, 10_000, rows),
                Seed.of(seed));
        List<GradientCheck.Result> results = drawn.check(atMost);
        if (json) {
            console.print(Json.text(values(results)));
        } else {
            console.print("2-norm of the difference between the analytic and the numerical gradient");
            console.print(table(results));
        }
        return ExitCode.DONE;
    }

    private List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>();
        for (String each : layers.split(",", -1)) {
            try {
                sizes.add(Integer.valueOf(each.strip()));
            } catch (NumberFormatException e) {
                sizes.add(0); // refused below
            }
        }
        if (sizes.size() < 2 || sizes.stream().anyMatch(size -> size < 1)) {
            throw CommandFailure.usage(
                    "--layers must be two or more positive whole numbers such as 500,100,10, got " + layers + ".");
        }
        return sizes;
    }

    private static Map<String, Object> values(List<GradientCheck.Result> results) {
        List<Map<String, Object>> layers = new ArrayList<>();
        for (int i = 0; i < results.size(); i += 2) {
            Map<String, Object> layer = new LinkedHashMap<>();
            layer.put("weight", results.get(i).error());
            layer.put("bias", results.get(i + 1).error());
            layers.add(layer);
        }
        return Map.of("layers", layers);
    }

    private static List<String> table(List<GradientCheck.Result> results) {
        TextTable table = new TextTable().right(1, 2, 3, 4);
        table.row("", "checked", "error", "gradient", "relative");
        for (GradientCheck.Result result : results) {
            table.row(
                    result.name(),
                    Numbers.count(result.checked()),
                    Numbers.text(result.error()),
                    Numbers.text(result.analyticNorm()),
                    Numbers.text(result.relativeError()));
        }
        return table.lines();
    }
}
