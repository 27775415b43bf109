package dev.neurite.table;

import java.nio.file.Path;
import java.util.List;

/// A kind of file that holds a table. Implementations are services, found by [TableFormats].
public interface TableFormat {
    /// The ends of the names of such files, with the dot, in lower case: `.csv`, `.csv.gz`.
    List<String> extensions();

    /// Reads a whole file.
    ///
    /// @throws DataFormatException if it cannot be read or is not of this format
    Table read(Path file);
}
