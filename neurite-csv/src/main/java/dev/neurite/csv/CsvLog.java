package dev.neurite.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.neurite.train.EpochRecord;
import dev.neurite.train.TrainingEvent;
import dev.neurite.train.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes what each epoch of a training measured as a line of CSV: `epoch`, `trainingLoss`, `validationLoss`, the
/// metrics in their order, and the `seconds` since training began. What is not a number is an empty field. Each line is
/// on the disk, or with the writer, when its epoch ends.
///
/// For one training; close it after.
public final class CsvLog implements TrainingListener, AutoCloseable {
    private final CsvWriter writer;
    private boolean hasHeader;

    private CsvLog(CsvWriter writer) {
        this.writer = writer;
    }

    /// A log in a file, which is replaced.
    ///
    /// @throws UncheckedIOException if the file cannot be written
    public static CsvLog to(Path file) {
        try {
            return new CsvLog(builder().build(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /// A log in a writer, which is closed with the log.
    public static CsvLog to(Writer writer) {
        return new CsvLog(builder().build(writer));
    }

    private static CsvWriter.CsvWriterBuilder builder() {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF);
    }

    @Override
    public void on(TrainingEvent event) {
        if (event instanceof TrainingEvent.EpochEnded(EpochRecord measured, double seconds)) {
            write(measured, seconds);
        }
    }

    private void write(EpochRecord measured, double seconds) {
        if (!hasHeader) {
            hasHeader = true;
            List<String> header = new ArrayList<>(List.of("epoch", "trainingLoss", "validationLoss"));
            header.addAll(measured.metrics().keySet());
            header.add("seconds");
            writer.writeRecord(header);
        }
        List<String> line = new ArrayList<>();
        line.add(String.valueOf(measured.epoch()));
        line.add(text(measured.trainingLoss()));
        line.add(text(measured.validationLoss()));
        measured.metrics().values().forEach(value -> line.add(text(value)));
        line.add(text(seconds));
        writer.writeRecord(line);
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the log of the training cannot be written", e);
        }
    }

    private static String text(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    /// Closes the file or the writer.
    ///
    /// @throws UncheckedIOException if that fails
    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the log of the training cannot be closed", e);
        }
    }
}
