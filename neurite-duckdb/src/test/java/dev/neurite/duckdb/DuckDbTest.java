package dev.neurite.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.table.CategoryEncoder;
import dev.neurite.table.Column;
import dev.neurite.table.ColumnKind;
import dev.neurite.table.DataFormatException;
import dev.neurite.table.DateColumn;
import dev.neurite.table.Feature;
import dev.neurite.table.NumberColumn;
import dev.neurite.table.Preprocessing;
import dev.neurite.table.Schema;
import dev.neurite.table.Table;
import dev.neurite.table.TableFormats;
import dev.neurite.table.TextColumn;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbTest {
    @TempDir
    private Path folder;

    private Path parquet(String name, String query) throws SQLException {
        Path file = folder.resolve(name);
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
        }
        return file;
    }

    private Path file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Table json(String content) {
        return DuckDb.read(file("t.json", content));
    }

    private static List<String> cells(Table table, String column) {
        Column cells = table.column(column);
        return IntStream.range(0, table.rows()).mapToObj(cells::text).toList();
    }

    @Test
    void read_parquet_keepsTypesAndCells() throws SQLException {
        Table table = DuckDb.read(parquet("t.parquet", """
                SELECT * FROM (VALUES
                  (1::TINYINT, 2::BIGINT, 0.1::FLOAT, 1.25::DOUBLE, 1.10::DECIMAL(5,2), TRUE, '1e2', DATE '1969-12-31',
                   TIMESTAMP '2026-11-22 09:30:00.25', TIMESTAMPTZ '2026-11-22 00:30:00+01', TIME '09:30:00'),
                  (NULL, NULL, NULL, 'nan'::DOUBLE, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
                  (3, 4, 'inf'::FLOAT, 5, 6, FALSE, 'é', DATE '2026-11-22', TIMESTAMP '1960-01-01 00:00:00', NULL, NULL))
                t(tiny, big, f32, f64, dec, flag, text, day, "when", "at", "time")
                """));
        assertThat(table.name()).isEqualTo("t.parquet");
        assertThat(table.columnNames())
                .containsExactly("tiny", "big", "f32", "f64", "dec", "flag", "text", "day", "when", "at", "time");
        assertThat(cells(table, "tiny")).containsExactly("1", "", "3");
        assertThat(cells(table, "big")).containsExactly("2", "", "4");
        assertThat(cells(table, "f32")).containsExactly("0.1", "", "Infinity");
        assertThat(cells(table, "f64")).containsExactly("1.25", "", "5");
        assertThat(cells(table, "dec")).containsExactly("1.10", "", "6.00");
        assertThat(cells(table, "flag")).containsExactly("true", "", "false");
        assertThat(cells(table, "text")).containsExactly("1e2", "", "é");
        assertThat(cells(table, "day")).containsExactly("1969-12-31", "", "2026-11-22");
        assertThat(cells(table, "when")).containsExactly("2026-11-22T09:30:00.250", "", "1960-01-01T00:00");
        assertThat(cells(table, "at")).containsExactly("2026-11-21T23:30", "", "");
        assertThat(cells(table, "time")).containsExactly("09:30:00", "", "");
        assertThat(((DateColumn) table.column("day")).days(0)).isEqualTo(-1);
        assertThat(table.place(1, "day")).isEqualTo("t.parquet, row 2, column \"day\"");
    }

    @Test
    void read_parquet_leavesNothingToInferForTexts() throws SQLException {
        Table table = DuckDb.read(parquet("t.parquet", """
                SELECT i % 2 AS y, (i % 7)::VARCHAR AS digits, i % 7 AS number, DATE '2026-01-01' + i::INT AS day,
                  (i % 7)::DECIMAL(5,2) AS price
                FROM range(100) t(i)
                """));
        int[] rows = IntStream.range(0, 100).toArray();
        assertThat(Schema.infer(table, "y", rows).features())
                .containsExactly(
                        new Feature("digits", ColumnKind.CATEGORY),
                        new Feature("number", ColumnKind.NUMBER),
                        new Feature("day", ColumnKind.DATE),
                        new Feature("price", ColumnKind.NUMBER));
    }

    @Test
    void read_manyRows_keepsTheirOrder() throws SQLException {
        Table table = DuckDb.read(parquet("t.parquet", "SELECT i, 'x' || i AS s FROM range(300000) t(i)"));
        NumberColumn numbers = (NumberColumn) table.column("i");
        assertThat(IntStream.range(0, 300_000).allMatch(row -> numbers.value(row) == row))
                .isTrue();
        assertThat(table.column("s").text(299_999)).isEqualTo("x299999");
    }

    @Test
    void read_integersBeyondADouble_areKeptAsWritten() throws SQLException {
        Table table = DuckDb.read(
                parquet(
                        "t.parquet",
                        "SELECT * FROM (VALUES (9007199254740993, 9007199254740992, 1::HUGEINT), (NULL, -1, 2)) t(id, ok, huge)"));
        assertThat(cells(table, "id")).containsExactly("9007199254740993", "");
        assertThat(table.column("id")).isInstanceOf(TextColumn.class);
        assertThat(table.column("ok")).isInstanceOf(NumberColumn.class);
        assertThat(cells(table, "ok")).containsExactly("9007199254740992", "-1");
        assertThat(cells(table, "huge")).containsExactly("1", "2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[1, 2]; INTEGER[]",
                "{'a': 1}; STRUCT(a INTEGER)",
                "MAP([1], [2]); MAP(INTEGER, INTEGER)",
                "'x'::BLOB; BLOB",
                "INTERVAL 1 DAY; INTERVAL"
            })
    void read_columnThatIsNoCell_isRefused(String value, String type) throws SQLException {
        Path file = parquet("t.parquet", "SELECT 1 AS a, " + value + " AS b");
        assertThatThrownBy(() -> DuckDb.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("t.parquet: column \"b\" is of type " + type
                        + "; a table holds numbers, texts, booleans and dates.");
    }

    @Test
    void read_nestedTypeOfManyParts_isRefusedShortly() {
        String fields = IntStream.range(0, 500)
                .mapToObj(i -> "\"field" + i + "\": " + i)
                .collect(Collectors.joining(", "));

        assertThatThrownBy(() -> json("[{\"a\": {" + fields + "}}]"))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("column \"a\" is of type STRUCT(")
                .hasMessageEndingWith("…; a table holds numbers, texts, booleans and dates.")
                .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(200));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {"{\"b\": 1}; objects", "[1]; arrays"})
    void read_jsonColumnOfNumbersAndNestedValues_isRefused(String nested, String what) {
        assertThatThrownBy(() -> json("[{\"a\": 1}, {\"a\": " + nested + "}, {\"a\": 2}]"))
                .isInstanceOf(DataFormatException.class)
                .hasMessageEndingWith("column \"a\" holds " + what
                        + " beside other values; a table holds numbers, texts, booleans and dates.");
    }

    /// DuckDB itself would write the second name as `cola_1`, so the file is changed afterwards.
    @Test
    void read_parquetNamesThatDifferInCase_areRefused() throws SQLException, IOException {
        Path file = parquet("t.parquet", "SELECT 1 AS \"colA\", 2 AS \"colB\"");
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, bytes.replace("colB", "cola"), StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> DuckDb.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("t.parquet: two columns have names that differ in case only, one of [colA, cola];"
                        + " rename one of them.");
    }

    @Test
    void read_parquetWithoutRows_isRefused() throws SQLException {
        Path file = parquet("t.parquet", "SELECT 1 AS a WHERE FALSE");
        assertThatThrownBy(() -> DuckDb.read(file)).hasMessage("t.parquet holds no rows.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a'b.json", "we[1]rd.json", "a?.json", "[a.json", "a b.json", "ü.json"})
    void read_awkwardFileName_isThatFileOnly(String name) {
        file("ab.json", "{\"a\": 7}");
        assertThat(cells(DuckDb.read(file(name, "{\"a\": 1}")), "a")).containsExactly("1");
    }

    @Test
    void read_folderNamedLikeAPartition_addsNoColumn() throws IOException {
        Files.createDirectories(folder.resolve("year=2020"));
        assertThat(DuckDb.read(file("year=2020/a.json", "{\"a\": 1}")).columnNames())
                .containsExactly("a");
    }

    @Test
    void read_jsonArrayOrLines_isTheSameTable() throws IOException {
        Table array = json("[\n {\"b\": 1, \"a\": \"x\"},\n {\"a\": null, \"c\": true}\n]\n");
        Table lines = DuckDb.read(file("t.jsonl", "{\"b\":1,\"a\":\"x\"}\n{\"a\":null,\"c\":true}\n"));
        Path zipped = folder.resolve("t.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write("{\"b\":1,\"a\":\"x\"}\n{\"a\":null,\"c\":true}\n".getBytes(StandardCharsets.UTF_8));
        }
        for (Table table : List.of(array, lines, TableFormats.read(zipped))) {
            assertThat(table.columnNames()).containsExactly("b", "a", "c");
            assertThat(cells(table, "a")).containsExactly("x", "");
            assertThat(cells(table, "b")).containsExactly("1", "");
            assertThat(cells(table, "c")).containsExactly("", "true");
        }
    }

    @Test
    void read_jsonTexts_areAsWritten() {
        Table table = json("""
                {"uuid": "6E1B1F8E-5B0F-4D2E-9D3E-3B6D5E1D2C3B", "time": "7:05:00", "day": "2026-11-22", "digits": "007"}
                {"uuid": "6e1b1f8e-5b0f-4d2e-9d3e-3b6d5e1d2c3b", "time": "12:00:00", "day": "2026-01-02", "digits": "8"}
                """);
        assertThat(cells(table, "uuid")).first().isEqualTo("6E1B1F8E-5B0F-4D2E-9D3E-3B6D5E1D2C3B");
        assertThat(cells(table, "time")).first().isEqualTo("7:05:00");
        assertThat(cells(table, "day")).containsExactly("2026-11-22", "2026-01-02");
        assertThat(cells(table, "digits")).containsExactly("007", "8");
        assertThat(Schema.infer(table, "uuid", new int[] {0, 1}).features())
                .containsExactly(
                        new Feature("time", ColumnKind.CATEGORY),
                        new Feature("day", ColumnKind.DATE),
                        new Feature("digits", ColumnKind.CATEGORY));
    }

    @Test
    void read_jsonTypeThatShowsLate_isStillRight() {
        Table table = json("{\"a\": 1}\n".repeat(30_000) + "{\"a\": \"x\", \"z\": 2}\n");
        assertThat(table.column("a").text(30_000)).isEqualTo("x");
        assertThat(table.column("a").text(0)).isEqualTo("1");
        assertThat(table.column("z").text(30_000)).isEqualTo("2");
    }

    @Test
    void read_jsonObjectsOfManyOrRareKeys_areRowsStill() {
        StringBuilder wide = new StringBuilder("{\"k0\": 0");
        IntStream.range(1, 300)
                .forEach(i -> wide.append(", \"k").append(i).append("\": ").append(i));
        assertThat(json(wide + "}").columns()).hasSize(300);
        StringBuilder sparse = new StringBuilder();
        IntStream.range(0, 100).forEach(i -> sparse.append("{\"k").append(i).append("\": 1}\n"));
        assertThat(json(sparse.toString()).columns()).hasSize(100);
    }

    @Test
    void read_jsonColumnOfNulls_isMissing() {
        Table table = json("{\"a\": null, \"b\": 1}\n{\"a\": null, \"b\": 2}\n");
        assertThat(cells(table, "a")).containsExactly("", "");
    }

    @Test
    void read_jsonKeysThatDifferInCase_areRefused() {
        assertThatThrownBy(() -> json("{\"A\": 1, \"a\": 2}"))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("two columns have names that differ in case only");
        assertThatThrownBy(() -> json("{\"\": 1, \"a\": 2}")).hasMessageContaining("a column has no name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "[1, 2]", "{}", "\n"})
    void read_jsonWithoutRows_isRefused(String content) {
        assertThatThrownBy(() -> json(content))
                .isInstanceOf(DataFormatException.class)
                .hasMessageStartingWith("t.json holds no rows");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "{\"a\": 1",
                "{\"a\": 1}\n{\"a\":",
                "{\"a\": {\"b\": 1}}",
                "{\"a\": [1]}",
                "{\"a\":1,\"a\":2}"
            })
    void read_brokenOrNestedJson_isRefusedInOneLine(String content) {
        assertThatThrownBy(() -> json(content))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("t.json")
                .hasMessageMatching("[^\\n]*\\.");
    }

    @Test
    void read_jsonThatIsNotUtf8_isRefused() throws IOException {
        Path file = folder.resolve("l.json");
        Files.write(file, "{\"a\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> DuckDb.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void read_fileThatIsNoParquet_isRefused() {
        Path file = file("t.parquet", "a,b\n1,2\nthis is no parquet file at all\n");
        assertThatThrownBy(() -> DuckDb.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessage(file + " is no whole Parquet file: it is of another kind, damaged or cut off.");
    }

    @Test
    void read_noFileOrFolder_isOneSentence() {
        Path missing = folder.resolve("no.parquet");
        assertThatThrownBy(() -> DuckDb.read(missing)).hasMessage("There is no file " + missing + ".");
        assertThatThrownBy(() -> DuckDb.read(folder)).hasMessage(folder + " is a directory; a file is needed.");
    }

    @Test
    void encode_booleans_areCategoriesByTheirText() throws SQLException {
        Table table = DuckDb.read(parquet("t.parquet", "SELECT i % 3 = 0 AS flag, i AS y FROM range(9) t(i)"));
        int[] rows = IntStream.range(0, 9).toArray();
        assertThat(Preprocessing.fit(table, Schema.infer(table, "y", rows), rows)
                        .encoders())
                .containsExactly(new CategoryEncoder("flag", List.of("false", "true"), false, false));
    }
}
