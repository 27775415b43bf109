package dev.neurite.cli;

import dev.neurite.table.Note;
import dev.neurite.table.Table;
import dev.neurite.table.TableModel;
import dev.neurite.table.TablePart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `neurite evaluate`.
@SuppressWarnings("NullAway.Init") // picocli sets the fields
@Command(
        name = "evaluate",
        description = "Measures a model on a table that has the target.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  neurite evaluate model.onnx test.csv", "  neurite evaluate model.onnx test.csv --json"})
final class EvaluateCommand implements Callable<Integer> {
    private final Console console;
    private final long began = System.nanoTime();

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model, as train wrote it.")
    private Path modelFile;

    @Parameters(index = "1", paramLabel = "DATA", description = "The table: .csv, .tsv (also .gz), .parquet or .json.")
    private Path dataFile;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Mixin
    private FormatOptions format = new FormatOptions();

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        format.check();
        TableModel model = ModelFiles.read(modelFile);
        Table table = format.read(dataFile);
        List<Note> notes = new ArrayList<>();
        TablePart part = TablePart.whole(table, model.target(), notes::add);
        if (part.isEmpty()) {
            throw CommandFailure.usage("%s has no row with a target in column %s, so nothing can be measured."
                    .formatted(table.name(), Targets.names(model.target().columns())));
        }
        notes.addAll(model.preprocessing().encode(table, part.rows()).notes());
        Measurement measured = Measurement.of(model, part);
        if (json) {
            console.print(Json.text(values(model, measured, notes)));
        } else {
            console.print(TrainHeader.notes(notes));
            console.print("%s: %s of %s, measured on %s"
                    .formatted(
                            dataFile,
                            model.target().task().word(),
                            Targets.names(model.target().columns()),
                            Numbers.of(part.size(), "row")));
            console.print(measured.metricLines());
            console.print("");
            console.print(measured.detail().lines());
        }
        return ExitCode.DONE;
    }

    private Map<String, Object> values(TableModel model, Measurement measured, List<Note> notes) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("task", model.target().task().word());
        values.put("target", Targets.json(model.target()));
        values.put("rows", measured.rows());
        values.put("metrics", measured.metrics());
        values.putAll(measured.detail().values());
        values.put("seconds", (System.nanoTime() - began) * 1e-9);
        values.put("model", modelFile.toString());
        values.put("data", dataFile.toString());
        values.put("notes", notes.stream().map(Note::sentence).toList());
        return values;
    }
}
