package dev.neurite.csv;

import dev.neurite.table.DataFormatException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that is there complete or not at all.
final class WholeFile {
    private WholeFile() {}

    /// What fills the file.
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Writes to a temporary name in the same folder, forces it to the disk, and renames. What is no regular file
    /// (a device, a pipe) is written to directly; a symbolic link stays and its target is replaced.
    static void write(Path file, Content content) {
        if (Files.isDirectory(file)) {
            throw new DataFormatException(file + " is a directory and cannot be written as a file.");
        }
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                fill(target, content, StandardOpenOption.WRITE);
            } else {
                replace(target, content);
            }
        } catch (NoSuchFileException e) {
            throw new DataFormatException(file + " cannot be written: its folder does not exist.", e);
        } catch (IOException e) {
            throw new DataFormatException("%s cannot be written: %s.".formatted(file, e.getMessage()), e);
        }
    }

    private static void replace(Path target, Content content) throws IOException {
        String name = ".%s.%d.tmp"
                .formatted(target.getFileName(), ProcessHandle.current().pid());
        Path temporary = target.resolveSibling(name);
        try {
            fill(
                    temporary,
                    content,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void fill(Path file, Content content, StandardOpenOption... options) throws IOException {
        try (FileChannel channel = FileChannel.open(file, options);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
            content.writeTo(out);
            out.flush();
            if (Files.isRegularFile(file)) {
                channel.force(true);
            }
        }
    }
}
