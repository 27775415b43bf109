package dev.neurite.duckdb;

import dev.neurite.table.Column;
import dev.neurite.table.TextColumn;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Texts, and what is shown as text.
final class TextReader implements ColumnReader {
    private final TextColumn.Builder column;

    private TextReader(TextColumn.Builder column) {
        this.column = column;
    }

    static TextReader typed(String name) {
        return new TextReader(TextColumn.typedBuilder(name));
    }

    static TextReader untyped(String name) {
        return new TextReader(TextColumn.builder(name));
    }

    @Override
    public String expression() {
        return "%s::VARCHAR";
    }

    @Override
    public void add(ResultSet source, int index) throws SQLException {
        String text = source.getString(index);
        column.add(text == null ? "" : text);
    }

    @Override
    public Column build() {
        return column.build();
    }
}
