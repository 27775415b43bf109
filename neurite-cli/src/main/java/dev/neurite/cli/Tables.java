package dev.neurite.cli;

import dev.neurite.table.Table;
import dev.neurite.table.TableFormats;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tables from files that the user named.
final class Tables {
    private Tables() {}

    /// Reads a whole table.
    ///
    /// @throws CommandFailure if there is no such file
    /// @throws dev.neurite.table.DataFormatException if it is no table
    static Table read(Path file) {
        requireFile(file);
        return TableFormats.read(file);
    }

    /// Refuses a name without a file, before anybody asks what kind of file it is.
    static void requireFile(Path file) {
        if (!Files.exists(file)) {
            throw CommandFailure.usage("There is no file " + file + ".");
        }
        if (Files.isDirectory(file)) {
            throw CommandFailure.usage(file + " is a folder; a file is needed.");
        }
    }
}
