package dev.neurite.duckdb;

import dev.neurite.table.Table;
import dev.neurite.table.TableFormat;
import java.nio.file.Path;
import java.util.List;

/// Parquet and JSON files, for [dev.neurite.table.TableFormats].
public final class DuckDbFormat implements TableFormat {
    /// For the service loader; loads nothing of DuckDB.
    public DuckDbFormat() {}

    @Override
    public List<String> extensions() {
        return List.of(".parquet", ".json", ".jsonl", ".ndjson", ".json.gz", ".jsonl.gz", ".ndjson.gz");
    }

    @Override
    public Table read(Path file) {
        return DuckDb.read(file);
    }
}
