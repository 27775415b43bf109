package dev.neurite.duckdb;

import dev.neurite.table.Column;
import dev.neurite.table.NumberColumn;
import dev.neurite.table.TextColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;

/// 64-bit integers: numbers if a double holds each of them exactly, else texts, so that no identifier is changed.
final class LongReader implements ColumnReader {
    private final String name;
    private final BitSet missing = new BitSet();
    private long[] values = new long[64];
    private int rows;
    private boolean exact = true;

    LongReader(String name) {
        this.name = name;
    }

    @Override
    public String expression() {
        return "%s";
    }

    @Override
    public void add(ResultSet source, int index) throws SQLException {
        if (rows == values.length) {
            values = Arrays.copyOf(values, 2 * rows);
        }
        values[rows] = source.getLong(index);
        missing.set(rows, source.wasNull());
        exact &= Math.abs(values[rows]) <= 1L << 53;
        rows++;
    }

    @Override
    public Column build() {
        return exact ? numbers() : texts();
    }

    private Column numbers() {
        double[] numbers = new double[rows];
        Arrays.setAll(numbers, row -> missing.get(row) ? Double.NaN : (double) values[row]);
        return NumberColumn.of(name, numbers);
    }

    private Column texts() {
        TextColumn.Builder column = TextColumn.builder(name);
        for (int row = 0; row < rows; row++) {
            column.add(missing.get(row) ? "" : Long.toString(values[row]));
        }
        return column.build();
    }
}
