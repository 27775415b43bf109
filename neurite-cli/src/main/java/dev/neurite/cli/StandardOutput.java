package dev.neurite.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// Standard output that remembers how it failed.
///
/// Text is printed through a `PrintStream`, which drops failures; so a full disk would go unnoticed, and a reader that
/// leaves early, such as `head`, is no failure at all.
final class StandardOutput extends OutputStream {
    private final OutputStream bytes;
    private @Nullable IOException failure;

    StandardOutput() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    StandardOutput(OutputStream bytes) {
        this.bytes = bytes;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        try {
            bytes.write(buffer, offset, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /// Whether the reader at the other end has left.
    boolean hasNoReader() {
        return failure != null && String.valueOf(failure.getMessage()).contains("Broken pipe");
    }

    /// Why something could not be written; null if all was, or if nobody wanted the rest.
    @Nullable
    String problem() {
        return failure == null || hasNoReader() ? null : String.valueOf(failure.getMessage());
    }
}
