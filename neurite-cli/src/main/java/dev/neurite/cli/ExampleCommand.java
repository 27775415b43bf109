package dev.neurite.cli;

import dev.neurite.examples.Example;
import dev.neurite.examples.ExampleDataException;
import dev.neurite.report.ChartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `neurite example`.
@SuppressWarnings("NullAway.Init") // picocli sets the fields
@Command(
        name = "example",
        description = "Trains one of the examples and draws what it learned.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  neurite example list",
            "  neurite example 000",
            "  neurite example 001 --out pictures --format svg",
            "  neurite example mnist-800 --held-out"
        })
final class ExampleCommand implements Callable<Integer> {
    private static final String LIST = "list";

    private final Console console;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            defaultValue = LIST,
            description = "Which one, or list for their names (default: ${DEFAULT-VALUE}).")
    private String name;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Folder for the pictures; made when it is not there (default: the current one).")
    private Path folder;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "png",
            description = "png or svg (default: ${DEFAULT-VALUE}).")
    private String format;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "examples/images/data",
            description = "Folder of the images, for the examples that learn them (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Option(
            names = "--held-out",
            description = "Measure on the last sixth of the training images, which the network does not learn from,"
                    + " with one seed and without the test images.")
    private boolean heldOut;

    ExampleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ExampleStage.Format pictures = Require.oneOf(
                "--format",
                new TreeMap<>(Map.of("png", ExampleStage.Format.PNG, "svg", ExampleStage.Format.SVG)),
                format);
        if (name.equals(LIST)) {
            TextTable table = new TextTable();
            Example.all().forEach(example -> table.row(example.name(), example.title()));
            console.print(table.lines());
            return ExitCode.DONE;
        }
        run(heldOut ? onHeldOut(example()) : example(), pictures);
        return ExitCode.DONE;
    }

    private void run(Example example, ExampleStage.Format pictures) {
        makeFolder();
        try {
            example.run(new ExampleStage(console, folder, pictures, data));
        } catch (ExampleDataException e) {
            throw CommandFailure.usage(e.getMessage() + ".");
        } catch (ChartException | UncheckedIOException e) {
            String message = String.valueOf(e.getMessage());
            throw CommandFailure.running(message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".");
        }
    }

    private Example example() {
        List<Example> all = Example.all();
        return all.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CommandFailure.usage("NAME must be one of %s or list, got %s."
                        .formatted(
                                String.join(
                                        ", ", all.stream().map(Example::name).toList()),
                                name)));
    }

    private static Example onHeldOut(Example example) {
        return example.onHeldOut().orElseThrow(() -> {
            List<String> names = Example.images().stream().map(Example::name).toList();
            return CommandFailure.usage(
                    "--held-out is for the examples %s, got %s.".formatted(String.join(", ", names), example.name()));
        });
    }

    /// Before the work whose result it is to hold.
    private void makeFolder() {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".neurite", ".tmp"));
        } catch (IOException e) {
            String reason = Files.isRegularFile(folder) ? "it is a file" : "it takes no new file";
            throw CommandFailure.usage("--out %s cannot hold the pictures: %s.".formatted(folder, reason));
        }
    }
}
