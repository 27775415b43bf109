package dev.neurite.cli;

import dev.neurite.onnx.OnnxFile;
import dev.neurite.table.TableModel;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/// Models in files that the user named.
final class ModelFiles {
    private ModelFiles() {}

    /// Writes a model, complete or not at all.
    static void write(TableModel model, Path file) {
        try {
            OnnxFile.write(model, file);
        } catch (UncheckedIOException e) {
            throw CommandFailure.running(sentence(String.valueOf(e.getMessage())));
        }
    }

    private static String sentence(String message) {
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
    }

    /// Reads a model.
    ///
    /// @throws CommandFailure if there is no such file
    /// @throws dev.neurite.onnx.ModelFormatException if it holds no model of a table
    static TableModel read(Path file) {
        Tables.requireFile(file);
        return OnnxFile.readTable(file);
    }
}
