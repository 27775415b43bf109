package dev.neurite.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.table.Column;
import dev.neurite.table.DataFormatException;
import dev.neurite.table.Table;
import dev.neurite.table.TableFormats;
import dev.neurite.table.TextColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @TempDir
    private Path folder;

    private Path file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Table read(String content) {
        return Csv.read(file("t.csv", content));
    }

    private void refused(String content, String message) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(DataFormatException.class)
                .hasMessage(message);
    }

    private static List<String> cells(Table table, String column) {
        Column cells = table.column(column);
        return IntStream.range(0, table.rows()).mapToObj(cells::text).toList();
    }

    @Test
    void read_plainFile_keepsNamesAndCellsAsWritten() {
        Table table = read("a,A, b\n1,TRUE,1e2\n 2,,x\n");
        assertThat(table.name()).isEqualTo("t.csv");
        assertThat(table.columnNames()).containsExactly("a", "A", " b");
        assertThat(cells(table, "a")).containsExactly("1", " 2");
        assertThat(cells(table, "A")).containsExactly("TRUE", "");
        assertThat(cells(table, " b")).containsExactly("1e2", "x");
    }

    @Test
    void read_quotes_followRfc4180AndCountLines() {
        Table table = read("a,b\r\n\"1,\n\"\"2\"\"\",x\r\n\"\",5\" pipe\r\n");
        assertThat(cells(table, "a")).containsExactly("1,\n\"2\"", "");
        assertThat(cells(table, "b")).containsExactly("x", "5\" pipe");
        assertThat(table.line(0)).isEqualTo(2);
        assertThat(table.line(1)).isEqualTo(4);
    }

    @Test
    void read_byteOrderMarkAndNoFinalLineEnd_areFine() {
        Table table = read("\uFEFFa,b\n1,2");
        assertThat(table.columnNames()).containsExactly("a", "b");
        assertThat(table.rows()).isEqualTo(1);
    }

    @Test
    void read_emptyLinesAtTheEnd_areFine() {
        assertThat(read("a,b\n1,2\n\n\n").rows()).isEqualTo(1);
    }

    @Test
    void read_emptyLinesInOneColumn_areMissingCells() {
        Table table = read("a\n1\n\n\n2\n\n");
        assertThat(cells(table, "a")).containsExactly("1", "", "", "2");
        assertThat(IntStream.range(0, 4).map(table::line)).containsExactly(2, 3, 4, 5);
    }

    @Test
    void read_linesThatLookLikeComments_areRows() {
        assertThat(cells(read("a,b\n#1,2\n"), "a")).containsExactly("#1");
    }

    @Test
    void read_gzip_isDecompressed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write("a;b\n1;2\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(cells(Csv.read(file("t.csv.gz", bytes.toByteArray())), "b")).containsExactly("2");
    }

    @Test
    void read_tsv_isSeparatedByTabsOnly() {
        Table table = Csv.read(file("t.tsv", "a,1\tb,2\nx,y\tz\n"));
        assertThat(table.columnNames()).containsExactly("a,1", "b,2");
    }

    @Test
    void read_throughTableFormats_findsThisModule() {
        assertThat(TableFormats.read(file("x.CSV", "a,b\n1,2\n")).rows()).isEqualTo(1);
    }

    @Test
    void read_tooManyFields_isRefusedWithLineAndCounts() {
        refused(
                "a,b\n1,2\n1,2,3\n",
                "t.csv, line 3: the row has 3 fields, but the header names 2 columns separated by \",\".");
    }

    @Test
    void read_tooFewFields_isRefusedWithLineAndCounts() {
        refused(
                "a\tb\n\"1\n\"\t2\n1\n",
                "t.csv, line 4: the row has 1 field, but the header names 2 columns separated by a tab.");
    }

    @Test
    void read_notGzip_isRefusedInOurWords() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write("a,b\n1,2\n".repeat(500).getBytes(StandardCharsets.UTF_8));
        }
        Path plain = Files.writeString(folder.resolve("plain.csv.gz"), "a,b\n1,2\n");
        Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() - 9));

        for (Path file : List.of(plain, cut)) {
            assertThatThrownBy(() -> Csv.read(file))
                    .hasMessage("The file " + file + " is no whole gzip file, as its name says it is: it is of another"
                            + " kind, damaged or cut off.");
        }
    }

    @Test
    void read_emptyLineBeforeARow_isRefused() {
        refused("a,b\n1,2\n\n3,4\n", "t.csv, line 3 is empty, but the header names 2 columns; delete the line.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n"})
    void read_emptyFile_isRefused(String content) {
        refused(content, "t.csv is empty; a header line and rows are needed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a,b\n", "a,b\n\n", "a"})
    void read_headerOnly_isRefused(String content) {
        refused(content, "t.csv has a header and no rows.");
    }

    @Test
    void read_emptyFirstLine_isRefused() {
        refused("\na,b\n1,2\n", "t.csv, line 1 is empty; the first line must name the columns.");
    }

    @Test
    void read_twoColumnsWithOneName_isRefused() {
        refused(
                "a,b,a\n1,2,3\n",
                "t.csv, line 1: two columns are named \"a\"; the first line must give every column a name of its own.");
    }

    @Test
    void read_columnWithoutName_isRefused() {
        refused("a,,c\n1,2,3\n", "t.csv, line 1: column 2 has no name; the first line must name every column.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n1,\"2\n3,4\n", "a,b\n1,2\n\"1\"x,2\n"})
    void read_brokenQuotes_isRefused(String content) {
        refused(
                content,
                "t.csv, line 3: a field that begins with a double quote does not end with one;"
                        + " a quote inside is doubled.");
    }

    @Test
    void read_bytesThatAreNotUtf8_areRefusedWithLineAndPlace() {
        byte[] latin = "a,b\n1,2\ncaf\u00e9,3\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Csv.read(file("l.csv", latin)))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("l.csv, line 3: the byte 0xE9 (number 12 of the file) is not UTF-8; save it as UTF-8.");
    }

    @Test
    void read_badByteFarBehind_isCountedOverBuffers() {
        byte[] bytes = ("a,b\n" + "é,2\n".repeat(50_000) + "?,3\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 4] = (byte) 0xFF;
        assertThatThrownBy(() -> Csv.read(file("l.csv", bytes)))
                .hasMessageContaining("line 50002")
                .hasMessageContaining("number " + (bytes.length - 3) + " ");
    }

    @Test
    void read_cutCharacterAtTheEnd_isRefused() {
        byte[] bytes = {'a', ',', 'b', '\n', '1', ',', (byte) 0xC3};
        assertThatThrownBy(() -> Csv.read(file("l.csv", bytes)))
                .hasMessageContaining("line 2: the byte 0xC3 (number 7");
    }

    @Test
    void read_utf16_isRefused() {
        byte[] bytes = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16);
        assertThatThrownBy(() -> Csv.read(file("l.csv", bytes)))
                .hasMessageContaining("line 1: the byte 0xFE (number 1 ");
    }

    @Test
    void read_noSuchFileOrFolder_isOneSentence() {
        Path missing = folder.resolve("no.csv");
        assertThatThrownBy(() -> Csv.read(missing))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("There is no file " + missing + ".");
        assertThatThrownBy(() -> Csv.read(folder))
                .isInstanceOf(DataFormatException.class)
                .hasMessage(folder + " is a directory; a CSV file is needed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "a b", "x,y", "x\"y", "l\nm", "é漢😀", " lead", "#", "\r"})
    void write_thenRead_givesTheSameCells(String cell) {
        Table table = Table.of(
                "t", List.of(TextColumn.of("a", List.of(cell, "z")), TextColumn.of("b,\"c", List.of("1", cell))));
        Path out = folder.resolve("out.csv");
        Csv.write(table, out);
        Table again = Csv.read(out);
        assertThat(again.columnNames()).isEqualTo(table.columnNames());
        assertThat(cells(again, "a")).containsExactly(cell, "z");
        assertThat(cells(again, "b,\"c")).containsExactly("1", cell);
    }

    @Test
    void write_oneColumnWithEmptyCells_survivesReading() {
        Csv.write(Table.of("t", List.of(TextColumn.of("a", List.of("", "1", "")))), folder.resolve("o.csv"));
        assertThat(cells(Csv.read(folder.resolve("o.csv")), "a")).containsExactly("", "1", "");
    }

    @Test
    void write_zippedTsv_isReadBack() {
        Table table = Table.of("t", List.of(TextColumn.of("a", List.of("1")), TextColumn.of("b", List.of("x,\ty"))));
        Csv.write(table, folder.resolve("o.tsv.gz"));
        assertThat(cells(Csv.read(folder.resolve("o.tsv.gz")), "b")).containsExactly("x,\ty");
    }

    @Test
    void write_toAStream_leavesItOpen() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Csv.write(Table.of("t", List.of(TextColumn.of("a", List.of("1")), TextColumn.of("b", List.of("")))), out);
        out.write('!');
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a,b\n1,\n!");
    }

    @Test
    void write_overAFile_leavesNothingElseBehind() throws IOException {
        Path out = file("o.csv", "old");
        Csv.write(Table.of("t", List.of(TextColumn.of("a", List.of("1")))), out);
        assertThat(Files.readString(out)).isEqualTo("a\n1\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(out);
        }
    }

    @Test
    void write_throughALink_replacesItsTarget() throws IOException {
        Path target = file("o.csv", "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), target);
        Csv.write(Table.of("t", List.of(TextColumn.of("a", List.of("1")))), link);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(target)).isEqualTo("a\n1\n");
    }

    @Test
    void write_toADevice_isWrittenDirectly() {
        Path device = Path.of("/dev/null");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(device));
        Csv.write(Table.of("t", List.of(TextColumn.of("a", List.of("1")))), device);
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void write_whereItCannot_isOneSentence() {
        Table table = Table.of("t", List.of(TextColumn.of("a", List.of("1"))));
        Path nowhere = folder.resolve("no/o.csv");
        assertThatThrownBy(() -> Csv.write(table, nowhere))
                .isInstanceOf(DataFormatException.class)
                .hasMessage(nowhere + " cannot be written: its folder does not exist.");
        Path below = file("plain", "x").resolve("o.csv");
        assertThatThrownBy(() -> Csv.write(table, below)).hasMessage(below + " cannot be written: Not a directory.");
        assertThatThrownBy(() -> Csv.write(table, folder))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("is a directory");
    }

    @Test
    void write_newFile_hasTheUsualPermissions() throws IOException {
        Path plain = file("plain", "x");
        Csv.write(Table.of("t", List.of(TextColumn.of("a", List.of("1")))), folder.resolve("o.csv"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("o.csv"))))
                .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(plain)));
    }

    /// Random tables through every separator, against the cells they were made of.
    @Test
    void read_randomTables_givesBackEveryCell() throws IOException {
        Random random = new Random(5);
        for (int trial = 0; trial < 300; trial++) {
            char separator = ",;\t|".charAt(random.nextInt(4));
            int columns = 2 + random.nextInt(5);
            int rows = 1 + random.nextInt(200);
            List<List<String>> records = new ArrayList<>();
            records.add(IntStream.range(0, columns).mapToObj(i -> "c" + i).toList());
            for (int row = 0; row < rows; row++) {
                records.add(
                        IntStream.range(0, columns).mapToObj(i -> cell(random)).toList());
            }
            StringBuilder text = new StringBuilder();
            for (List<String> fields : records) {
                text.append(String.join(
                        "" + separator, fields.stream().map(CsvTest::quoted).toList()));
                text.append(random.nextBoolean() ? "\n" : "\r\n");
            }
            Table table = read(text.toString());
            assertThat(table.columnNames()).isEqualTo(records.getFirst());
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    assertThat(table.columns().get(column).text(row))
                            .isEqualTo(records.get(row + 1).get(column));
                }
            }
        }
    }

    private static String cell(Random random) {
        String[] cells = {"", "a", "1.5", "x,y", "x;y", "x\ty", "x|y", "q\"q", "line\nend", "é😀", " b "};
        return cells[random.nextInt(cells.length)];
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == ' ');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
