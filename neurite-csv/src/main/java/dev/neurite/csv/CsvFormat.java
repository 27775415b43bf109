package dev.neurite.csv;

import dev.neurite.table.Table;
import dev.neurite.table.TableFormat;
import java.nio.file.Path;
import java.util.List;

/// CSV and TSV files, plain or gzipped, for [dev.neurite.table.TableFormats].
public final class CsvFormat implements TableFormat {
    /// For the service loader.
    public CsvFormat() {}

    @Override
    public List<String> extensions() {
        return List.of(".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz", ".txt.gz");
    }

    @Override
    public Table read(Path file) {
        return Csv.read(file);
    }
}
