package dev.neurite.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {
    private final List<Note> notes = new ArrayList<>();

    private List<Feature> infer(Table table) {
        return infer(table, Tables.all(table));
    }

    private List<Feature> infer(Table table, int[] rows) {
        return Schema.infer(table, "y", List.of(), rows, notes::add).features();
    }

    private List<String> sentences() {
        return notes.stream().map(Note::sentence).toList();
    }

    /// A column of these three cells beside one that is always kept.
    private List<Feature> kinds(String a, String b, String c) {
        return infer(Tables.of("y,keep,x", "1,1," + a, "2,5," + b, "3,4," + c));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 3, NUMBER",
        "1, '', 3, NUMBER",
        "1e5, +3, -.5, NUMBER",
        "1, NaN, 2, NUMBER",
        "1, -inf, 2, NUMBER",
        "true, false, true, CATEGORY",
        "1, 2, ?, CATEGORY",
        "1d, 2d, 3d, CATEGORY",
        "0x1, 0x2, 0x3, CATEGORY",
        "a, b, '', CATEGORY",
        "2026-11-22, 2024-02-29, '', DATE",
        "2026-11-22T09:30, 2026-11-22 09:30:15.25, 1999-12-31, DATE",
        "2026-11-22T09:30Z, 2026-11-22T09:30+01:00, 1999-12-31T00:00-0530, DATE",
        "2026-11-22, 2023-02-29, 2026-01-01, CATEGORY",
        "22.11.2026, 23.11.2026, 24.11.2026, CATEGORY",
        "11/22/2026, 11/23/2026, 11/24/2026, CATEGORY",
        "20261122, 20261123, 20261125, NUMBER"
    })
    void infer_column_hasTheKindOfItsCells(String a, String b, String c, ColumnKind kind) {
        assertThat(kinds(a, b, c)).containsExactly(new Feature("keep", ColumnKind.NUMBER), new Feature("x", kind));
    }

    @Test
    void infer_kind_isThatOfAllRowsWhateverIsLearnedFrom() {
        Table table = Tables.of("y,x,d", "1,1,2026-01-01", "2,abc,2026-01-02", "3,7,2026-01-03", "4,8,?");
        assertThat(infer(table, new int[] {2, 0}))
                .containsExactly(new Feature("x", ColumnKind.CATEGORY), new Feature("d", ColumnKind.CATEGORY));
    }

    @Test
    void infer_constantInTheRowsToLearnFrom_isLeftOutWhateverTheOthersHold() {
        Table table = Tables.of("y,keep,x", "1,1,7", "2,5,8", "3,4,7");
        assertThat(infer(table, new int[] {2, 0})).containsExactly(new Feature("keep", ColumnKind.NUMBER));
    }

    @Test
    void infer_dates_areNoted() {
        kinds("2026-11-22", "2026-11-23", "");
        assertThat(sentences())
                .containsExactly("Column \"x\" holds dates and is read as days since 1970, month and weekday.");
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7, 7",
        "7, 7.0, 7e0",
        "a, a, a",
        "2026-11-22, 2026-11-22, 2026-11-22",
        "16777217, 16777216, 16777216"
    })
    void infer_constantColumn_isLeftOut(String a, String b, String c) {
        assertThat(kinds(a, b, c)).containsExactly(new Feature("keep", ColumnKind.NUMBER));
        assertThat(sentences())
                .containsExactly("Column \"x\" is left out: every row to learn from holds \"" + a + "\".");
    }

    @ParameterizedTest
    @CsvSource({"7, '', 7, NUMBER", "a, '', a, CATEGORY"})
    void infer_constantButForMissing_isKept(String a, String b, String c, ColumnKind kind) {
        assertThat(kinds(a, b, c)).contains(new Feature("x", kind));
    }

    @ParameterizedTest
    @CsvSource({"'', '', ''", "' ', '', ' '", "nan, '', inf"})
    void infer_columnThatHoldsNothing_isLeftOut(String a, String b, String c) {
        assertThat(kinds(a, b, c)).containsExactly(new Feature("keep", ColumnKind.NUMBER));
        assertThat(sentences())
                .containsExactly("Column \"x\" is left out: it holds nothing in the 3 rows to learn from.");
    }

    @Test
    void infer_mostlyDistinctTexts_areLeftOut() {
        Table names = Tables.of(
                Tables.column("y", 60, row -> row % 2),
                Tables.column("few", 60, row -> "c" + row % 3),
                Tables.column("name", 60, row -> row < 3 ? "Smith" : "n" + row),
                Tables.column("below", 60, row -> row < 5 ? "Smith" : "n" + row));
        assertThat(infer(names)).extracting(Feature::column).containsExactly("few", "below");
        assertThat(sentences())
                .containsExactly("Column \"name\" is left out: 58 of its 60 texts are distinct,"
                        + " as in a name or identifier.");
    }

    @Test
    void infer_textsThatRepeatLate_areStillCountedOnce() {
        Table table = Tables.of(
                Tables.column("y", 40_000, row -> row % 2),
                Tables.column("x", 40_000, row -> "n" + (row < 20_000 ? row : row % 100)));
        assertThat(infer(table)).containsExactly(new Feature("x", ColumnKind.CATEGORY));
    }

    @Test
    void infer_distinctTextsInFewRows_areKept() {
        Table names = Tables.of(Tables.column("y", 49, row -> row % 2), Tables.column("name", 49, row -> "n" + row));
        assertThat(infer(names)).extracting(Feature::column).containsExactly("name");
    }

    @Test
    void infer_numbersThatCountTheRows_areLeftOut() {
        Table table = Tables.of(
                Tables.column("y", 40, row -> row % 2),
                Tables.column("id", 40, row -> 1001 + row),
                Tables.column("twos", 40, row -> 2 * row),
                Tables.column("gap", 40, row -> row < 30 ? row : row + 1));
        int[] everyThird = IntStream.range(0, 40).filter(row -> row % 3 != 0).toArray();
        assertThat(infer(table, everyThird)).extracting(Feature::column).containsExactly("twos", "gap");
        assertThat(sentences())
                .containsExactly(
                        "Column \"id\" is left out: its numbers count the rows, each is the one before plus 1.");
    }

    @Test
    void infer_countInFewRows_isKept() {
        Table table = Tables.of(Tables.column("y", 19, row -> row % 2), Tables.column("id", 19, row -> row));
        assertThat(infer(table)).extracting(Feature::column).containsExactly("id");
    }

    @Test
    void infer_mostlyNumbers_isACategoryWithANote() {
        Table table = Tables.of(
                Tables.column("y", 20, row -> row),
                Tables.column("x", 20, row -> row == 7 || row == 9 ? "?" : row % 5));
        assertThat(infer(table)).containsExactly(new Feature("x", ColumnKind.CATEGORY));
        assertThat(sentences())
                .containsExactly(
                        "Column \"x\" is taken as a category, because 2 of its 20 cells are no numbers, the first"
                                + " \"?\" in line 9; leave such cells empty or give --missing '?' to have it read"
                                + " as numbers.");
    }

    @Test
    void infer_fewerNumbers_isACategoryWithoutANote() {
        Table table = Tables.of(
                Tables.column("y", 20, row -> row), Tables.column("x", 20, row -> row % 5 == 0 ? "low" : row % 5));
        assertThat(infer(table)).containsExactly(new Feature("x", ColumnKind.CATEGORY));
        assertThat(notes).isEmpty();
    }

    @Test
    void infer_typedColumns_areWhatTheySay() {
        TextColumn.Builder text = TextColumn.typedBuilder("text");
        List.of("1", "2", "3").forEach(text::add);
        Table table = Tables.of(
                NumberColumn.of("y", 1, 2, 3),
                text.build(),
                NumberColumn.of("number", 1, Double.NaN, 3),
                DateColumn.of("date", new long[] {0, DateColumn.MISSING, 86_400_000_000L}, false));
        assertThat(infer(table))
                .containsExactly(
                        new Feature("text", ColumnKind.CATEGORY),
                        new Feature("number", ColumnKind.NUMBER),
                        new Feature("date", ColumnKind.DATE));
    }

    @Test
    void infer_excluded_areNoFeatures() {
        Table table = Tables.of("y,a,b", "1,1,2", "2,2,1");
        assertThat(Schema.infer(table, "y", List.of("a"), new int[] {0, 1}, notes::add)
                        .features())
                .containsExactly(new Feature("b", ColumnKind.NUMBER));
    }

    @Test
    void infer_unknownNames_areRefused() {
        Table table = Tables.of("label,a,b", "1,1,2", "2,2,1");
        assertThatThrownBy(() -> Schema.infer(table, "labl", new int[] {0, 1}))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("t.csv has no column \"labl\"; the nearest name is \"label\".");
        assertThatThrownBy(() -> Schema.infer(table, "label", List.of("c"), new int[] {0, 1}, notes::add))
                .hasMessageContaining("no column \"c\"");
        assertThatThrownBy(() -> Schema.infer(table, "label", List.of("label"), new int[] {0, 1}, notes::add))
                .hasMessage("Column \"label\" is the target and cannot be excluded.");
    }

    @Test
    void infer_nothingLeft_isRefused() {
        assertThatThrownBy(() -> infer(Tables.of("y,a", "1,5", "2,5")))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("t.csv has no column to learn from besides the target \"y\".");
    }
}
