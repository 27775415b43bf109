package dev.neurite.cli;

import dev.neurite.csv.CsvLog;
import dev.neurite.table.file.WholeFile;
import dev.neurite.train.TrainingEvent;
import dev.neurite.train.TrainingListener;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/// The file of `--log`: `.csv` takes what each epoch measured, `.jsonl` every event. Each line is on the disk when its
/// event is over, so that a training can be followed while it goes on.
final class TrainingLog implements TrainingListener, AutoCloseable {
    private static final String CSV = ".csv";
    private static final String JSON_LINES = ".jsonl";

    private final Path file;
    private final TrainingListener lines;
    private final Closeable open;

    private TrainingLog(Path file, TrainingListener lines, Closeable open) {
        this.file = file;
        this.lines = lines;
        this.open = open;
    }

    /// Refuses a file whose name does not say what it is to hold.
    static void requireKnown(Path file) {
        if (!ends(file, CSV) && !ends(file, JSON_LINES)) {
            throw CommandFailure.usage("--log must end in %s or %s, got %s.".formatted(CSV, JSON_LINES, file));
        }
    }

    private static boolean ends(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /// A log that takes nothing.
    static TrainingLog none() {
        return new TrainingLog(Path.of(""), _ -> {}, () -> {});
    }

    /// A log in a file, which is replaced.
    ///
    /// @throws CommandFailure if it cannot be written
    static TrainingLog to(Path file) {
        try {
            if (ends(file, CSV)) {
                CsvLog log = CsvLog.to(file);
                return new TrainingLog(file, log, log::close);
            }
            Writer writer = Files.newBufferedWriter(file);
            return new TrainingLog(file, new JsonLinesLog(writer), writer);
        } catch (IOException e) {
            throw failure(file, e);
        } catch (UncheckedIOException e) {
            throw failure(file, cause(e));
        }
    }

    @Override
    public void on(TrainingEvent event) {
        try {
            lines.on(event);
        } catch (UncheckedIOException e) {
            throw failure(file, cause(e));
        }
    }

    /// Closes the file.
    ///
    /// @throws CommandFailure if that fails
    @Override
    public void close() {
        try {
            open.close();
        } catch (IOException e) {
            throw failure(file, e);
        } catch (UncheckedIOException e) {
            throw failure(file, cause(e));
        }
    }

    private static IOException cause(UncheckedIOException e) {
        return Objects.requireNonNull(e.getCause());
    }

    private static CommandFailure failure(Path file, IOException e) {
        return CommandFailure.running(
                "--log %s cannot be written: %s; no model was written.".formatted(file, WholeFile.reason(e)));
    }
}
