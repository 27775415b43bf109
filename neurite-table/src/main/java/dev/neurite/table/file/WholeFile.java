package dev.neurite.table.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/// A file that is there complete or not at all.
public final class WholeFile {
    private static final AtomicLong WRITTEN = new AtomicLong();

    private WholeFile() {}

    /// What fills the file.
    @FunctionalInterface
    public interface Content {
        /// Writes everything to `out`, which stays open.
        void writeTo(OutputStream out) throws IOException;
    }

    /// Writes to a temporary name in the same folder, forces it to the disk, and renames. What is no regular file
    /// (a device, a pipe) is written to directly; a symbolic link stays and its target is replaced.
    ///
    /// A JVM that ends in the middle, by a signal say, removes the temporary file.
    ///
    /// @throws IOException if that fails; [#reason] says why in words
    public static void write(Path file, Content content) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a directory");
        }
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            fill(target, content, StandardOpenOption.WRITE);
        } else {
            replace(target, content);
        }
    }

    /// Why a file could not be written, as the end of a sentence; Java's own messages repeat the path or hold
    /// nothing else.
    public static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "its folder does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException failure ? failure.getReason() : null;
        return reason == null ? String.valueOf(e.getMessage()) : reason;
    }

    private static void replace(Path target, Content content) throws IOException {
        String name = ".%s.%d.%d.tmp"
                .formatted(target.getFileName(), ProcessHandle.current().pid(), WRITTEN.incrementAndGet());
        Path temporary = target.resolveSibling(name);
        Thread atTheEnd = new Thread(() -> delete(temporary), "neurite-unfinished-file");
        Runtime.getRuntime().addShutdownHook(atTheEnd);
        try {
            fill(
                    temporary,
                    content,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
            rename(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
            forget(atTheEnd);
        }
    }

    private static void delete(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            System.getLogger(WholeFile.class.getName())
                    .log(System.Logger.Level.WARNING, "The temporary file {0} stays: {1}", temporary, reason(e));
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ignored) {
            // the JVM is ending, so the hook has run or runs
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException ignored) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
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
