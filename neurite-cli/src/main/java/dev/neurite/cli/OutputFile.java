package dev.neurite.cli;

import dev.neurite.table.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Checks of a file to write, made before the work whose result it is to hold.
final class OutputFile {
    private OutputFile() {}

    /// Refuses a file that cannot be written, or that is being read. Leaves nothing behind.
    ///
    /// @param option the option that names it, for the message
    /// @param inputs the files that are read
    static Path require(String option, Path file, List<Path> inputs) {
        if (Files.isDirectory(file)) {
            throw refused(option, file, "it is a directory");
        }
        for (Path input : inputs) {
            if (isSame(file, input)) {
                throw refused(option, file, "it is read by the same command");
            }
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw refused(option, file, "there is no folder " + folder);
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw refused(option, file, "it is write-protected");
        }
        if (!Files.exists(file) || Files.isRegularFile(file)) {
            probe(option, file, folder);
        }
        return file;
    }

    /// Refuses two results in one file.
    ///
    /// @param other the option that names the other file
    static void requireOther(String option, Path file, String other, Path otherFile) {
        boolean same = file.toAbsolutePath()
                .normalize()
                .equals(otherFile.toAbsolutePath().normalize());
        if (same || isSame(file, otherFile)) {
            throw refused(option, file, "it is the file of " + other);
        }
    }

    private static boolean isSame(Path file, Path input) {
        try {
            return Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input);
        } catch (IOException e) {
            return false; // what cannot be looked at cannot be read either, which its reader will say
        }
    }

    /// A complete file takes the place of an old one by renaming, so its folder must take new files.
    private static void probe(String option, Path file, Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, ".neurite", ".tmp"));
        } catch (IOException e) {
            throw refused(option, file, "its folder takes no new file (" + WholeFile.reason(e) + ")");
        }
    }

    private static CommandFailure refused(String option, Path file, String reason) {
        return CommandFailure.usage("%s %s cannot be written: %s.".formatted(option, file, reason));
    }
}
