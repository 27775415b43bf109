package dev.neurite.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.random.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TargetColumnTest {
    private static TargetColumn of(String... cells) {
        return TargetColumn.of(table(cells), "y");
    }

    private static Table table(String... cells) {
        return Tables.of(TextColumn.of("y", List.of(cells)));
    }

    @Test
    void of_texts_isAClassificationInTextOrder() {
        TargetColumn target = of("cat", "ant", "bee", "ant");
        assertThat(target.task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(target.labels()).containsExactly("ant", "bee", "cat");
        assertThat(target.reason()).isEqualTo("column \"y\" holds 3 distinct texts");
    }

    @Test
    void of_booleans_isAClassificationAsWritten() {
        assertThat(of("TRUE", "False", "TRUE").labels()).containsExactly("False", "TRUE");
    }

    @Test
    void of_fewIntegers_isAClassificationInNumericOrder() {
        TargetColumn target = of("10", "9", "-1", "9", "+9", "9.0");
        assertThat(target.task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(target.labels()).containsExactly("-1", "9", "10");
        assertThat(target.reason()).isEqualTo("column \"y\" holds 3 distinct integers (at most 20)");
    }

    @Test
    void of_twentyIntegers_isAClassificationAndTwentyOneARegression() {
        TargetColumn twenty = TargetColumn.of(Tables.of(Tables.column("y", 60, row -> row % 20)), "y");
        TargetColumn more = TargetColumn.of(Tables.of(Tables.column("y", 60, row -> row % 21)), "y");
        assertThat(twenty.task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(more.task()).isEqualTo(Task.REGRESSION);
        assertThat(more.reason()).isEqualTo("column \"y\" holds fractions or more than 20 distinct integers");
        assertThat(more.labels()).isEmpty();
    }

    @Test
    void of_fractions_isARegression() {
        assertThat(of("0.5", "1.5", "0.5").task()).isEqualTo(Task.REGRESSION);
    }

    @Test
    void of_typedColumns_followTheirType() {
        TextColumn.Builder text = TextColumn.typedBuilder("y");
        IntStream.range(0, 30).forEach(i -> text.add("" + i));
        Table typed = Tables.of(text.build());
        assertThat(TargetColumn.of(typed, "y").task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(TargetColumn.of(typed, "y", Task.REGRESSION).task()).isEqualTo(Task.REGRESSION);
        Table numbers = Tables.of(NumberColumn.of("y", 1, 2, 1));
        assertThat(TargetColumn.of(numbers, "y").labels()).containsExactly("1", "2");
    }

    @Test
    void of_givenTask_overrulesTheInferred() {
        assertThat(TargetColumn.of(table("1", "2", "1"), "y", Task.REGRESSION).fit(new int[] {0, 1, 2}))
                .isEqualTo(new Target.Regression("y", (float) (4 / 3.0), (float) Math.sqrt(2 / 9.0)));
        assertThat(TargetColumn.of(table("0.5", "-3", "12"), "y", Task.CLASSIFICATION)
                        .labels())
                .containsExactly("-3", "0.5", "12");
    }

    @Test
    void of_textsForARegression_areRefusedWithTheirPlace() {
        assertThatThrownBy(() -> TargetColumn.of(table("1", "n/a", "3"), "y", Task.REGRESSION))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("t.csv, line 3, column \"y\": \"n/a\" is no number, but numbers are read here"
                        + " (1 of 3 cells hold none); correct it, leave it empty or give --missing n/a.");
    }

    @Test
    void rows_withoutTarget_areLeftOutWithANote() {
        TargetColumn texts = of("a", "", "b", " ", "nan");
        assertThat(texts.rows()).containsExactly(0, 2, 4);
        assertThat(texts.labels()).containsExactly("a", "b", "nan");
        assertThat(texts.notes())
                .containsExactly(
                        new Note("y", 2, "2 rows are left out, because the target in column \"y\" is missing."));
        TargetColumn numbers = of("1.5", "inf", "", "2.5");
        assertThat(numbers.rows()).containsExactly(0, 3);
        assertThat(numbers.notes())
                .extracting(Note::sentence)
                .containsExactly(
                        "2 rows are left out, because the target in column \"y\" is missing or NaN or infinite.");
    }

    @Test
    void of_mostlyNumbers_isNoted() {
        Table table = Tables.of(Tables.column("y", 30, row -> row == 4 ? "n/a" : row));
        assertThat(TargetColumn.of(table, "y").notes())
                .extracting(Note::sentence)
                .containsExactly("The target column \"y\" is taken as labels, because 1 of its 30 cells is no number,"
                        + " \"n/a\" in line 6; leave such cells empty or give --missing n/a to learn a"
                        + " number.");
    }

    @Test
    void of_nearlyAsManyLabelsAsRows_isNoted() {
        Table table = Tables.of(Tables.column("y", 90, row -> "name " + row % 60));
        assertThat(TargetColumn.of(table, "y").notes())
                .extracting(Note::sentence)
                .containsExactly("The target column \"y\" has 60 labels in 90 rows, too many to learn from so few.");
    }

    @Test
    void of_coarseFloat_isNoted() {
        Table table = Tables.of(Tables.column("y", 50, row -> 1_700_000_000L + row));
        assertThat(TargetColumn.of(table, "y").notes())
                .singleElement()
                .extracting(Note::sentence)
                .asString()
                .startsWith("The target column \"y\" is rounded to float32 by up to 4");
        assertThat(of("0.1", "0.2", "0.7").notes()).isEmpty();
    }

    @Test
    void of_oneValueOnly_isRefused() {
        assertThatThrownBy(() -> of("a", "a", "", "a"))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("t.csv: every row holds \"a\" in the target column \"y\"; there is nothing to learn.");
        assertThatThrownBy(() -> of("7", "7.0")).hasMessageContaining("every row holds \"7\"");
    }

    @Test
    void of_fewerThanTwoRows_isRefused() {
        assertThatThrownBy(() -> of("a"))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("t.csv has 1 row with a target in column \"y\"; at least two are needed to learn from.");
        assertThatThrownBy(() -> of("", "")).hasMessageContaining("t.csv has 0 rows with a target");
    }

    @Test
    void of_unknownColumn_isRefusedWithTheNearest() {
        assertThatThrownBy(() -> TargetColumn.of(Tables.of("species,b", "1,2"), "spices"))
                .hasMessage("t.csv has no column \"spices\"; the nearest name is \"species\".");
    }

    @Test
    void split_classification_keepsTheShares() {
        Table table = Tables.of(Tables.column("y", 100, row -> row % 10 == 0 ? "" : row % 4 == 0 ? "rare" : "often"));
        TargetColumn target = TargetColumn.of(table, "y");
        RowSplit split = target.split(target.rows(), 0.2, Seed.of(3));
        assertThat(split.train()).isSorted().doesNotContain(split.heldOut());
        assertThat(IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.heldOut()))
                        .sorted())
                .containsExactly(Arrays.stream(target.rows()).boxed().toArray(Integer[]::new));
        assertThat(split.heldOut()).hasSize(18);
        assertThat(Arrays.stream(split.heldOut()).filter(row -> row % 4 == 0).count())
                .isEqualTo(4);
        RowSplit again = target.split(split.train(), 0.5, Seed.of(4));
        assertThat(again.heldOut()).doesNotContain(split.heldOut()).hasSize(36);
    }

    @Test
    void fit_regression_measuresTheTrainingRowsOnly() {
        TargetColumn target = of("2.5", "4", "1000000", "3.25");
        Target.Regression fitted = (Target.Regression) target.fit(new int[] {3, 0, 1});
        assertThat(fitted.mean()).isEqualTo(3.25f);
        assertThat(fitted.std()).isEqualTo((float) Math.sqrt(2 * 0.75 * 0.75 / 3));
        assertThat(fitted.value(fitted.learned(4))).isEqualTo(4);
    }

    @Test
    void fit_rowsOfOneClass_isRefused() {
        assertThatThrownBy(() -> of("a", "a", "b").fit(new int[] {0, 1}))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("t.csv: the 2 rows to learn from do not differ in the target column \"y\";"
                        + " there is nothing to learn.");
    }

    @Test
    void read_labels_byTextOrNumber() {
        Target target = new Target.Classification("y", List.of("-1", "0", "9"));
        TargetValues values = target.read(table("9.0", "-1", "", "-0", "nan"));
        assertThat(values.rows()).containsExactly(0, 1, 3);
        assertThat(IntStream.of(values.rows()).mapToObj(values::value)).containsExactly(2f, 0f, 1f);
        assertThat(values.value(2)).isNaN();
    }

    @Test
    void read_textLabels_areAsWritten() {
        Target target = new Target.Classification("y", List.of("1", "1.0", "x"));
        TargetValues values = target.read(table("1.0", "1", "x"));
        assertThat(IntStream.range(0, 3).mapToObj(values::value)).containsExactly(1f, 0f, 2f);
    }

    @Test
    void read_unknownLabel_isRefusedWithItsPlace() {
        Target target = new Target.Classification("y", List.of("a", "b"));
        assertThatThrownBy(() -> target.read(table("a", "c")))
                .isInstanceOf(DataFormatException.class)
                .hasMessage(
                        "t.csv, line 3, column \"y\": \"c\" is none of the labels that were learned, \"a\", \"b\".");
    }

    @Test
    void targets_withWrongContents_areRefused() {
        assertThatThrownBy(() -> new Target.Classification("y", List.of("a")))
                .hasMessage("Classification.labels must be at least two, got [a]");
        assertThatThrownBy(() -> new Target.Classification("y", List.of("a", "a")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Target.Regression("y", 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Target.Regression("y", Float.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
