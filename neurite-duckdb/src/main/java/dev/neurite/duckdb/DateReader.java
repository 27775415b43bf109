package dev.neurite.duckdb;

import dev.neurite.table.Column;
import dev.neurite.table.DateColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/// Dates and times as microseconds since 1970; an instant in UTC.
final class DateReader implements ColumnReader {
    private final String name;
    private final boolean withTime;
    private long[] micros = new long[64];
    private int rows;

    DateReader(String name, boolean withTime) {
        this.name = name;
        this.withTime = withTime;
    }

    @Override
    public String expression() {
        return "epoch_us(%s)";
    }

    @Override
    public void add(ResultSet source, int index) throws SQLException {
        if (rows == micros.length) {
            micros = Arrays.copyOf(micros, 2 * rows);
        }
        long value = source.getLong(index);
        micros[rows++] = source.wasNull() ? DateColumn.MISSING : value;
    }

    @Override
    public Column build() {
        return DateColumn.of(name, Arrays.copyOf(micros, rows), withTime);
    }
}
