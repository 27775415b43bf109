package dev.neurite.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Small tables for tests.
final class Tables {
    private Tables() {}

    /// The table of a file `t.csv` with these lines, the first of which is the header; no quotes.
    static Table of(String... lines) {
        String[] names = lines[0].split(",", -1);
        List<TextColumn.Builder> columns =
                Arrays.stream(names).map(TextColumn::builder).toList();
        for (int line = 1; line < lines.length; line++) {
            String[] cells = lines[line].split(",", -1);
            for (int i = 0; i < names.length; i++) {
                columns.get(i).add(cells[i]);
            }
        }
        List<Column> built = new ArrayList<>();
        columns.forEach(column -> built.add(column.build()));
        return Table.of("t.csv", built, IntStream.range(2, lines.length + 1).toArray());
    }

    /// A column of computed cells.
    static TextColumn column(String name, int rows, IntFunction<Object> cell) {
        return TextColumn.of(
                name,
                IntStream.range(0, rows)
                        .mapToObj(row -> String.valueOf(cell.apply(row)))
                        .toList());
    }

    /// The table of a file `t.csv` with these columns.
    static Table of(Column... columns) {
        int rows = columns[0].rows();
        return Table.of("t.csv", List.of(columns), IntStream.range(2, rows + 2).toArray());
    }

    static int[] all(Table table) {
        return IntStream.range(0, table.rows()).toArray();
    }
}
