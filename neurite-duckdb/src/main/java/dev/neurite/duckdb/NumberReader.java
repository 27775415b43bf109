package dev.neurite.duckdb;

import dev.neurite.table.Column;
import dev.neurite.table.NumberColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/// Numbers that a double holds exactly.
final class NumberReader implements ColumnReader {
    private final String name;
    private final boolean single;
    private double[] values = new double[64];
    private int rows;

    /// @param single whether the file holds float32, whose shortest decimal is kept: 0.1 stays 0.1
    NumberReader(String name, boolean single) {
        this.name = name;
        this.single = single;
    }

    @Override
    public String expression() {
        return single ? "%s" : "%s::DOUBLE";
    }

    @Override
    public void add(ResultSet source, int index) throws SQLException {
        if (rows == values.length) {
            values = Arrays.copyOf(values, 2 * rows);
        }
        double value = single ? decimal(source.getFloat(index)) : source.getDouble(index);
        values[rows++] = source.wasNull() ? Double.NaN : value;
    }

    private static double decimal(float value) {
        return Double.parseDouble(Float.toString(value));
    }

    @Override
    public Column build() {
        return NumberColumn.of(name, Arrays.copyOf(values, rows));
    }
}
