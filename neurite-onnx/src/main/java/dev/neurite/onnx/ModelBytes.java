package dev.neurite.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The contents of a model file.
///
/// A large file that is something else, a table say, is refused by its first byte and not read into memory.
final class ModelBytes {
    /// Every ONNX file starts with field 1, the version of the format, as a varint.
    static final int FIRST = 1 << 3;

    private ModelBytes() {}

    static byte[] of(Path file) {
        if (Files.isDirectory(file)) {
            throw new ModelFormatException(file + " is a directory; a model file is needed.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(file, in);
        } catch (NoSuchFileException e) {
            throw new ModelFormatException("There is no file " + file + ".", e);
        } catch (AccessDeniedException e) {
            throw new ModelFormatException("The file " + file + " may not be read: permission denied.", e);
        } catch (IOException e) {
            throw new ModelFormatException("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static byte[] read(Path file, InputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            throw new ModelFormatException(file + " is empty; a model file is needed.");
        }
        if (first != FIRST || Files.size(file) > Integer.MAX_VALUE) {
            throw new ModelFormatException(file + " is no ONNX model.");
        }
        PushbackInputStream whole = new PushbackInputStream(in);
        whole.unread(first);
        return whole.readAllBytes();
    }
}
