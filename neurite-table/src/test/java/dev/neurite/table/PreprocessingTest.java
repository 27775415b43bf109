package dev.neurite.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreprocessingTest {
    private final List<Note> notes = new ArrayList<>();

    private Preprocessing fit(Table table, int... rows) {
        int[] used = rows.length == 0 ? Tables.all(table) : rows;
        List<Note> inference = new ArrayList<>();
        Schema schema = Schema.infer(table, "y", List.of(), used, inference::add);
        return Preprocessing.fit(table, schema, used, notes::add);
    }

    private List<String> sentences() {
        return notes.stream().map(Note::sentence).toList();
    }

    @Test
    void fit_mixedTable_isTheHandWorkedEncoding() {
        Table table = Tables.of(
                "y,size,colour,when",
                "1,2,red,1970-01-01",
                "2,4,,1970-01-05",
                "1,,blue,1970-01-03",
                "2,9,green,1970-01-07");
        Preprocessing preprocessing = fit(table, 0, 1, 2);
        assertThat(preprocessing.encoders())
                .containsExactly(
                        new NumberEncoder("size", 3, 1, 8, true),
                        new CategoryEncoder("colour", List.of("blue", "red"), false, true),
                        new DateEncoder(new NumberEncoder("when", 2, (float) Math.sqrt(8 / 3.0), 8, false)));
        assertThat(preprocessing.width()).isEqualTo(2 + 3 + 20);
        assertThat(preprocessing.inputNames())
                .startsWith("size", "size missing", "colour = blue", "colour = red", "colour missing", "when");
        float[] rows = preprocessing.encode(table).toArray();
        assertThat(row(rows, 0, 25)).startsWith(-1, 0, 0, 1, 0, -2 / (float) Math.sqrt(8 / 3.0));
        assertThat(row(rows, 1, 25)).startsWith(1, 0, 0, 0, 1);
        assertThat(row(rows, 2, 25)).startsWith(0, 1, 1, 0, 0, 0, 1);
        assertThat(row(rows, 3, 25)).startsWith(6, 0, 0, 0, 0);
    }

    private static float[] row(float[] rows, int row, int width) {
        return java.util.Arrays.copyOfRange(rows, row * width, (row + 1) * width);
    }

    @Test
    void fit_orderOfRows_changesNothing() {
        Random random = new Random(8);
        Table table = Tables.of(
                Tables.column("y", 500, row -> row % 2), Tables.column("x", 500, row -> random.nextGaussian() * 1e3));
        int[] rows = IntStream.range(0, 400).toArray();
        int[] backwards = IntStream.range(0, 400).map(row -> 399 - row).toArray();
        assertThat(fit(table, rows)).isEqualTo(fit(table, backwards));
    }

    @Test
    void fit_rowsThatAreNotTrainedOn_changeNothing() {
        Table table = Tables.of("y,a,b", "1,1,u", "2,2,v", "1,5,u", "2,100,w", "1,,");
        Table other = Tables.of("y,a,b", "1,1,u", "2,2,v", "1,5,u", "2,-7,z", "1,3,u");
        assertThat(fit(table, 0, 1, 2)).isEqualTo(fit(other, 0, 1, 2));
    }

    @Test
    void encode_farValue_isClipped() {
        NumberEncoder encoder = new NumberEncoder("x", 1, 2, 8, false);
        float[] to = new float[3];
        encoder.encode(1e30f, to, 0);
        encoder.encode(-Float.MAX_VALUE, to, 1);
        encoder.encode(17.5f, to, 2);
        assertThat(to).containsExactly(8, -8, 8);
    }

    @Test
    void encode_numbers_areRoundedOnceAndComputedInFloat() {
        Random random = new Random(12);
        double[] values = random.doubles(2000, -1e4, 1e4).toArray();
        Table table = Tables.of(Tables.column("y", 2000, row -> row % 2), Tables.column("x", 2000, row -> values[row]));
        NumberEncoder encoder = (NumberEncoder) fit(table).encoders().getFirst();
        float[] encoded = fit(table).encode(table).toArray();
        double sum = 0;
        for (int row = 0; row < values.length; row++) {
            assertThat(encoded[row]).isEqualTo(((float) values[row] - encoder.mean()) / encoder.std());
            sum += (float) values[row];
        }
        assertThat(encoder.mean()).isEqualTo((float) (sum / values.length));
    }

    @Test
    void encode_oneRow_equalsTheSameRowOfAll() {
        Table table = Tables.of("y,a,b", "1,1,u", "2,2,v", "1,5,u", "2,100,w");
        Preprocessing preprocessing = fit(table);
        EncodedTable encoded = preprocessing.encode(table, new int[] {3, 0});
        float[] all = preprocessing.encode(table).toArray();
        float[] to = new float[encoded.width() + 1];
        encoded.copy(0, to, 1);
        assertThat(row(to, 0, encoded.width() + 1)).endsWith(row(all, 3, encoded.width()));
        assertThat(encoded.rows()).isEqualTo(2);
    }

    @Test
    void fit_moreThan100Categories_poolsTheRare() {
        // c0 … c149, the first 50 twice, so 99 are kept: these 50 and the first 49 in text order of those that come
        // once
        List<String> cells = new ArrayList<>();
        IntStream.range(0, 150).forEach(i -> cells.add("c" + i));
        IntStream.range(0, 50).forEach(i -> cells.add("c" + i));
        Table table = Tables.of(Tables.column("y", 200, row -> row % 2), TextColumn.of("x", cells));
        CategoryEncoder encoder = (CategoryEncoder) fit(table).encoders().getFirst();
        List<String> expected = new ArrayList<>();
        IntStream.range(0, 50).forEach(i -> expected.add("c" + i));
        IntStream.range(50, 150).mapToObj(i -> "c" + i).sorted().limit(49).forEach(expected::add);
        assertThat(encoder.levels())
                .containsExactlyElementsOf(expected.stream().sorted().toList());
        assertThat(encoder.pooled()).isTrue();
        assertThat(encoder.width()).isEqualTo(100);
        assertThat(sentences())
                .containsExactly("Column \"x\" has 150 categories;"
                        + " the 99 most frequent are kept and the other 51 pooled into one.");
        float[] unseen = new Preprocessing(List.of(encoder))
                .encode(Tables.of("x", "never seen"))
                .toArray();
        assertThat(unseen[encoder.otherInput()]).isEqualTo(1);
    }

    @Test
    void fit_exactly100Categories_poolsNone() {
        Table table =
                Tables.of(Tables.column("y", 300, row -> row % 2), Tables.column("x", 300, row -> "c" + row % 100));
        CategoryEncoder encoder = (CategoryEncoder) fit(table).encoders().getFirst();
        assertThat(encoder.levels()).hasSize(100);
        assertThat(encoder.pooled()).isFalse();
    }

    @Test
    void fit_numberThatIsConstantButForMissing_keepsTheIndicator() {
        Table table = Tables.of("y,x", "1,7", "2,", "1,7");
        assertThat(fit(table).encoders()).containsExactly(new NumberEncoder("x", 7, 1, 8, true));
    }

    @Test
    void fit_coarseFloat_isNoted() {
        Table table = Tables.of(
                Tables.column("y", 100, row -> row % 2),
                Tables.column("x", 100, row -> 1_000_000_000L + 7 * (row % 50)));
        fit(table);
        assertThat(sentences())
                .singleElement()
                .asString()
                .startsWith(
                        "Column \"x\" is rounded to float32 by up to 32.0, much beside its standard deviation of 10");
    }

    @Test
    void fit_numbersFarFromAllOthers_areNoted() {
        Table table = Tables.of(
                Tables.column("y", 100, row -> row % 2), Tables.column("x", 100, row -> row == 5 ? 999_999 : row % 50));
        fit(table);
        assertThat(sentences())
                .containsExactly("1 of 100 numbers in column \"x\" are far from all others"
                        + " and count less in its mean and deviation.");
    }

    @Test
    void fit_moreInputsThanRows_isNoted() {
        fit(Tables.of("y,a,b,c", "1,1,4,3", "2,2,2,2"));
        assertThat(sentences())
                .containsExactly("There are more inputs (3) than rows to learn from (2),"
                        + " so the network can learn these by heart.");
    }

    private final Preprocessing fitted = new Preprocessing(List.of(
            new NumberEncoder("age", 30, 10, 8, false),
            new CategoryEncoder("sex", List.of("f", "m"), false, false),
            new DateEncoder(new NumberEncoder("day", 0, 1, 8, false))));

    @Test
    void encode_cellsThatTrainingNeverSaw_areCountedInNotes() {
        Table table = Tables.of(
                "age,sex,day", "40,f,1970-01-01", "nan,x,", ",,1970-01-01", "-inf,y,1970-01-01", "20,m,1970-01-01");
        EncodedTable encoded = fitted.encode(table);
        assertThat(encoded.notes())
                .extracting(Note::sentence)
                .containsExactly(
                        "2 cells of column \"age\" are no finite numbers and are taken as missing.",
                        "3 cells of column \"age\" are missing, though none was in training, and taken as the mean.",
                        "1 cell of column \"sex\" is missing, though none was in training, and taken as none of the categories.",
                        "2 cells of column \"sex\" hold categories that training never saw, first \"x\" in line 3,"
                                + " taken as none of the categories.",
                        "1 cell of column \"day\" is missing, though none was in training, and taken as the mean.");
        assertThat(encoded.notes()).extracting(Note::count).containsExactly(2L, 3L, 1L, 2L, 1L);
        float[] row = row(encoded.toArray(), 1, fitted.width());
        assertThat(row).containsOnly(0);
    }

    @Test
    void encode_onlyTheRowsAskedFor_areJudged() {
        Table table = Tables.of("age,sex,day", "40,f,1970-01-01", "abc,x,never");
        assertThat(fitted.encode(table, new int[] {0}).notes()).isEmpty();
    }

    @Test
    void encode_moreColumnsInAnotherOrder_areIgnored() {
        Table table = Tables.of("day,other,sex,age", "1970-01-01,zzz,f,40");
        Table same = Tables.of("age,sex,day", "40,f,1970-01-01");
        assertThat(fitted.encode(table).toArray()).isEqualTo(fitted.encode(same).toArray());
    }

    @Test
    void encode_missingColumn_isRefusedWithTheNearest() {
        assertThatThrownBy(() -> fitted.encode(Tables.of("Age,sex,day", "40,f,1970-01-01")))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("t.csv has no column \"age\", which the model reads; the nearest name is \"Age\".");
    }

    @Test
    void encode_textWhereANumberIsRead_isRefusedWithItsPlace() {
        assertThatThrownBy(() -> fitted.encode(Tables.of("age,sex,day", "40,f,1970-01-01", "old,f,1970-01-01")))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("t.csv, line 3, column \"age\": \"old\" is no number, but numbers are read here"
                        + " (1 of 2 cells hold none); correct it or leave it empty.");
    }

    @Test
    void encode_textWhereADateIsRead_isRefusedWithItsPlace() {
        assertThatThrownBy(() -> fitted.encode(Tables.of("age,sex,day", "40,f,22.11.2026")))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("t.csv, line 2, column \"day\": \"22.11.2026\" is no date such as 2026-11-22"
                        + " (1 of 1 cells are not); correct it or leave it empty.");
    }

    @Test
    void encode_typedColumns_giveWhatTextsGive() {
        Table typed = Tables.of(
                NumberColumn.of("age", 40),
                TextColumn.of("sex", List.of("m")),
                DateColumn.of("day", new long[] {86_400_000_000L}, false));
        Table text = Tables.of("age,sex,day", "40,m,1970-01-02");
        assertThat(fitted.encode(typed).toArray()).isEqualTo(fitted.encode(text).toArray());
        Table swapped = Tables.of(
                DateColumn.of("age", new long[] {0}, false),
                TextColumn.of("sex", List.of("m")),
                NumberColumn.of("day", 1));
        assertThatThrownBy(() -> fitted.encode(swapped)).hasMessageContaining("\"1970-01-01\" is no number");
    }

    @Test
    void schema_ofEncoders_isWhatTheyRead() {
        assertThat(fitted.schema().features())
                .containsExactly(
                        new Feature("age", ColumnKind.NUMBER),
                        new Feature("sex", ColumnKind.CATEGORY),
                        new Feature("day", ColumnKind.DATE));
    }

    @Test
    void encoders_withWrongNumbers_areRefused() {
        assertThatThrownBy(() -> new NumberEncoder("x", 0, 0, 8, false))
                .hasMessage("NumberEncoder.std must be positive and finite, got 0.0");
        assertThatThrownBy(() -> new NumberEncoder("x", Float.NaN, 1, 8, false)).hasMessageContaining("mean");
        assertThatThrownBy(() -> new NumberEncoder("x", 0, 1, 0, false)).hasMessageContaining("limit");
        assertThatThrownBy(() -> new CategoryEncoder("x", List.of("a", "a"), false, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Preprocessing(List.of())).isInstanceOf(IllegalArgumentException.class);
        NumberEncoder twice = new NumberEncoder("x", 0, 1, 8, false);
        assertThatThrownBy(() -> new Preprocessing(List.of(twice, twice))).isInstanceOf(IllegalArgumentException.class);
    }
}
