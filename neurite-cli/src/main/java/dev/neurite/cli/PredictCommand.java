package dev.neurite.cli;

import dev.neurite.csv.Csv;
import dev.neurite.table.Column;
import dev.neurite.table.DataFormatException;
import dev.neurite.table.Note;
import dev.neurite.table.Predictions;
import dev.neurite.table.Table;
import dev.neurite.table.TableModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `neurite predict`.
@SuppressWarnings("NullAway.Init") // picocli sets the fields
@Command(
        name = "predict",
        description = "Predicts every row of a table: writes its columns and after them the prediction.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  neurite predict model.onnx new.csv",
            "  neurite predict model.onnx new.parquet -o predictions.csv --probabilities",
            "",
            "The table needs the columns that the model reads; the target need not be there."
        })
final class PredictCommand implements Callable<Integer> {
    private static final List<String> OTHER_FORMATS =
            List.of(".parquet", ".json", ".jsonl", ".ndjson", ".xlsx", ".onnx");

    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model, as train wrote it.")
    private Path modelFile;

    @Parameters(index = "1", paramLabel = "DATA", description = "The table: .csv, .tsv (also .gz), .parquet or .json.")
    private Path dataFile;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "The table to write, .csv or .tsv (also .gz); standard output if not given.")
    private @Nullable Path out;

    @Option(
            names = {"-p", "--probabilities"},
            description = "Write the probability of each label too.")
    private boolean probabilities;

    @Mixin
    private FormatOptions format = new FormatOptions();

    PredictCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        format.check();
        if (out != null) {
            requireTable(out);
            OutputFile.require("--out", out, List.of(modelFile, dataFile));
        }
        TableModel model = ModelFiles.read(modelFile);
        Table table = Tables.read(dataFile);
        Predictions predictions = model.predict(format.read(table));
        List<Column> columns = predictions.columns(probabilities);
        requireNew(columns, table);
        predictions.notes().forEach(this::say);
        write(table.with(columns));
        return ExitCode.DONE;
    }

    private static void requireTable(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (OTHER_FORMATS.stream().anyMatch(name::endsWith)) {
            throw CommandFailure.usage(
                    "--out must be a table of text, such as predictions.csv, .tsv or .csv.gz, got " + file + ".");
        }
    }

    private static void requireNew(List<Column> columns, Table table) {
        for (Column column : columns) {
            if (table.find(column.name()).isPresent()) {
                throw CommandFailure.usage(
                        "%s has a column \"%s\" already; rename it, since predict adds one of that name."
                                .formatted(table.name(), column.name()));
            }
        }
    }

    private void say(Note note) {
        console.say("Note: " + note.sentence());
    }

    private void write(Table table) {
        try {
            if (out == null) {
                Csv.write(table, console.results());
            } else {
                Csv.write(table, out);
                console.say("Wrote %s to %s.".formatted(Numbers.of(table.rows(), "prediction"), out));
            }
        } catch (DataFormatException e) {
            throw CommandFailure.running(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            // standard output remembers why, and whether that matters
        }
    }
}
