package dev.neurite.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `neurite train`.
@SuppressWarnings("NullAway.Init") // picocli sets the fields
@Command(
        name = "train",
        description = "Trains a network on a table and writes it as an ONNX model.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        defaultValueProvider = Defaults.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  neurite train penguins.csv --target species",
            "  neurite train diamonds.csv.gz --target price --hidden 128,64 --out price.onnx",
            "  neurite train diamonds.csv.gz --target price --loss quantile:0.1,0.5,0.9",
            "  neurite train penguins.csv --target bill_length_mm,bill_depth_mm",
            "  neurite train penguins.csv --target species --folds 5",
            "  neurite train more.csv --target species --from model.onnx --out more.onnx",
            "  neurite train adult.csv --target income --class-weights balanced",
            "  neurite train adult.csv --target income --log training.jsonl --diagnose",
            "  neurite train adult.csv --target income --test-data adult-test.csv --json",
            "",
            "The test rows are set aside first and seen by nothing but the final measurement.",
            "Ctrl-C stops after the current batch and keeps the best epoch; exit code 130. --steps repeats it."
        })
final class TrainCommand implements Callable<Integer> {
    private final Console console;
    private final Interruption interruption;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private LossOptions loss = new LossOptions();

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    @Mixin
    private OptimizerOptions optimizer = new OptimizerOptions();

    @Mixin
    private RecipeOptions recipe = new RecipeOptions();

    @Mixin
    private WatchOptions watch = new WatchOptions();

    @Option(
            names = {"-o", "--out"},
            defaultValue = "model.onnx",
            paramLabel = "FILE",
            description = "The model to write (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("model.onnx");

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show no progress.")
    private boolean quiet;

    TrainCommand(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        data.check();
        loss.check(data.task());
        network.check();
        optimizer.check();
        recipe.check(data.lacksValidation());
        data.files().forEach(Tables::requireFile);
        OutputFile.require("--out", out, data.files());
        watch.check(data.folds() > 0, data.files(), out);
        boolean named = spec.commandLine().getParseResult().hasMatchedOption("--out");
        TrainPlan plan = new TrainPlan(data, loss, network, optimizer, recipe, watch, out, named, json, quiet);
        return data.folds() == 0
                ? new TrainRun(plan, console, interruption).run()
                : new FoldsRun(plan, console, interruption).run();
    }
}
