package dev.neurite.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table = Table.of(
            "animals.csv",
            List.of(TextColumn.of("species", List.of("cat", "", "cat")), TextColumn.of("age", List.of("1", " ", "2"))),
            new int[] {2, 3, 5});

    @Test
    void text_ofAnyRow_isAsWritten() {
        assertThat(table.column("species").text(2)).isEqualTo("cat");
        assertThat(table.column("age").text(1)).isEqualTo(" ");
    }

    @Test
    void missing_emptyOrBlank_isTrue() {
        assertThat(table.column("species").missing(1)).isTrue();
        assertThat(table.column("age").missing(1)).isTrue();
        assertThat(table.column("age").missing(0)).isFalse();
    }

    @Test
    void column_unknown_suggestsTheNearest() {
        assertThatThrownBy(() -> table.column("speces"))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("animals.csv has no column \"speces\"; the nearest name is \"species\".");
    }

    @Test
    void column_unlikeAnyOther_listsThem() {
        assertThatThrownBy(() -> table.column("horsepower"))
                .hasMessage("animals.csv has no column \"horsepower\"; its columns are \"species\", \"age\".");
    }

    @Test
    void place_withLines_namesTheLine() {
        assertThat(table.place(2, "age")).isEqualTo("animals.csv, line 5, column \"age\"");
    }

    @Test
    void place_withoutLines_namesTheRowFromOne() {
        Table typed = Table.of("x.parquet", List.of(NumberColumn.of("a", 1, 2)));
        assertThat(typed.place(1, "a")).isEqualTo("x.parquet, row 2, column \"a\"");
    }

    @Test
    void of_twoColumnsWithOneName_isRefused() {
        assertThatThrownBy(() -> Table.of("t", List.of(NumberColumn.of("a", 1), NumberColumn.of("a", 2))))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("two columns are named \"a\"");
    }

    @Test
    void of_columnWithoutName_isRefused() {
        assertThatThrownBy(() -> Table.of("t", List.of(NumberColumn.of("a", 1), NumberColumn.of(" ", 2))))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("t: column 2 has no name; every column needs one.");
    }

    @Test
    void of_unequalLengths_isAWrongCall() {
        assertThatThrownBy(() -> Table.of("t", List.of(NumberColumn.of("a", 1), NumberColumn.of("b", 2, 3))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Table.of("t", List.of(NumberColumn.of("a", 1)), new int[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_noColumns_isRefused() {
        assertThatThrownBy(() -> Table.of("t", List.of())).isInstanceOf(DataFormatException.class);
    }

    @Test
    void with_moreColumns_keepsLinesAndOrder() {
        Table more = table.with(List.of(NumberColumn.of("p", 1, 2, 3)));
        assertThat(more.columnNames()).containsExactly("species", "age", "p");
        assertThat(more.line(2)).isEqualTo(5);
        assertThat(table.columnNames()).containsExactly("species", "age");
    }

    @Test
    void numberColumn_text_isShortAndExact() {
        NumberColumn column = NumberColumn.of("x", 3, -0.1, Double.NaN, 1e300, Double.POSITIVE_INFINITY, -0.0);
        assertThat(List.of(0, 1, 2, 3, 4, 5).stream().map(column::text))
                .containsExactly("3", "-0.1", "", "1.0E300", "Infinity", "0");
        assertThat(column.missing(2)).isTrue();
    }

    @Test
    void numberColumn_of_copiesItsValues() {
        double[] values = {1, 2};
        NumberColumn column = NumberColumn.of("x", values);
        values[0] = 9;
        assertThat(column.value(0)).isEqualTo(1);
    }

    @Test
    void dateColumn_text_isIso() {
        long[] micros = {0, -1, DateColumn.MISSING, 20_000L * 86_400_000_000L + 3_600_000_000L};
        DateColumn dates = DateColumn.of("d", micros, false);
        assertThat(dates.text(0)).isEqualTo("1970-01-01");
        assertThat(dates.text(1)).isEqualTo("1969-12-31");
        assertThat(dates.text(2)).isEmpty();
        assertThat(DateColumn.of("t", micros, true).text(3)).isEqualTo("2024-10-04T01:00");
        assertThat(dates.days(3)).isEqualTo(20_000 + 1 / 24.0);
        assertThat(dates.days(2)).isNaN();
    }

    /// Random texts, with repetitions, all of Unicode and awkward lengths, against a list of strings.
    @Test
    void textColumn_randomTexts_givesBackWhatWasAdded() {
        Random random = new Random(3);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            cells.add(random.nextInt(4) == 0 && i > 0 ? cells.get(random.nextInt(i)) : randomText(random));
        }
        TextColumn column = built(cells, random);
        assertThat(column.codes()).isEqualTo((int) cells.stream().distinct().count());
        assertHolds(column, cells);
    }

    /// Columns of nearly distinct texts stop sharing codes after some rows.
    @Test
    void textColumn_mostlyDistinctTexts_givesBackWhatWasAdded() {
        Random random = new Random(4);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            cells.add(i % 50 == 0 ? "" : i < 30_000 ? "n" + i : "n" + random.nextInt(100));
        }
        TextColumn column = built(cells, random);
        assertThat(column.codes()).isGreaterThan((int) cells.stream().distinct().count());
        assertHolds(column, cells);
    }

    private static TextColumn built(List<String> cells, Random random) {
        TextColumn.Builder builder = TextColumn.builder("x");
        char[] buffer = new char[64];
        for (String cell : cells) {
            if (random.nextBoolean()) {
                builder.add(cell);
            } else {
                cell.getChars(0, cell.length(), buffer, 3);
                builder.add(buffer, 3, cell.length());
            }
        }
        return builder.build();
    }

    private static void assertHolds(TextColumn column, List<String> cells) {
        for (int row = 0; row < cells.size(); row++) {
            assertThat(column.text(row)).isEqualTo(cells.get(row));
            assertThat(column.missing(row)).isEqualTo(cells.get(row).isBlank());
        }
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        int[] alphabet = {' ', 'a', 'b', '7', 'é', 'Ж', '漢', 0x1F600};
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(alphabet[random.nextInt(random.nextBoolean() ? 4 : 8)]);
        }
        return text.toString();
    }
}
