package dev.neurite.onnx;

import dev.neurite.model.Model;
import dev.neurite.table.TableModel;
import dev.neurite.table.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Model files: one ONNX file holds preprocessing, network and link in a single graph, and what it takes to load
/// them back.
///
/// The graph uses `ai.onnx` 17 and `ai.onnx.ml` 3, so that any ONNX runtime can score it:
/// - A [TableModel] takes its columns by their names, each (rows, 1): a number as float with NaN for missing; a
///   category as string with the empty one for missing; a date as float, days since 1970-01-01, with NaN for missing.
///   A classification gives `label`, string (rows), and `probabilities`, float (rows, labels); a regression gives
///   `value`, float (rows, 1). Where a column has such a name, the output has underscores behind its own.
/// - A [Model] alone takes `input`, float (rows, inputs), and gives `output`, float (rows, outputs), after the link.
///
/// Equal models give equal bytes: nothing in the file tells when, where or how it was made.
///
/// What is loaded equals what was saved, but for the initializers of its layers, which mean nothing after training: a
/// loaded layer has those of [dev.neurite.network.Dense#of].
public final class OnnxFile {
    private OnnxFile() {}

    /// Writes a model of a table, complete or not at all: to a temporary name in the same folder, forced to the
    /// disk, renamed.
    ///
    /// @throws IllegalArgumentException if the network has an activation that ONNX cannot express, or does not fit
    ///     into one file; nothing is written then
    /// @throws java.io.UncheckedIOException if the file cannot be written; the message is a sentence that says why
    public static void write(TableModel model, Path file) {
        write(OnnxWriter.encode(model)::writeTo, file);
    }

    /// Writes a network alone, as [#write(TableModel, Path)] does.
    ///
    /// @throws IllegalArgumentException as [#write(TableModel, Path)]
    /// @throws java.io.UncheckedIOException as [#write(TableModel, Path)]
    public static void write(Model model, Path file) {
        write(OnnxWriter.encode(model)::writeTo, file);
    }

    private static void write(WholeFile.Content content, Path file) {
        try {
            WholeFile.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write %s: %s".formatted(file, WholeFile.reason(e)), e);
        }
    }

    /// Reads whatever a file holds.
    ///
    /// @throws ModelFormatException if the file cannot be read, is no ONNX model, is damaged, or was not written by
    ///     Neurite or by a newer one
    public static StoredModel read(Path file) {
        return new OnnxReader(file.toString()).read(ModelBytes.of(file));
    }

    /// Reads a model of a table.
    ///
    /// @throws ModelFormatException as [#read], and if the file holds a network alone
    public static TableModel readTable(Path file) {
        return switch (read(file)) {
            case StoredModel.OfTable table -> table.model();
            case StoredModel.OfFloats ignored ->
                throw new ModelFormatException(file + " holds a network alone; a model with the columns of a table"
                        + " is needed, such as the train command writes.");
        };
    }

    /// Reads a network, without the preprocessing of a table where there is one.
    ///
    /// @throws ModelFormatException as [#read]
    public static Model readModel(Path file) {
        return read(file).network();
    }
}
