package dev.neurite.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"0,63", "-0,5", "+3,14", ",5", "1.234,5", "12.345.678,90", " 1,0 ", "1234567,8"})
    void isCommaNumber_ofADecimalComma_holds(String text) {
        assertThat(CellText.isCommaNumber(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "1,", "1,2,3", "1.23,4", "1,234.5", "a,5", "1, 5", ""})
    void isCommaNumber_ofAnythingElse_doesNot(String text) {
        assertThat(CellText.isCommaNumber(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13.01.2024", "1/3/2024", "01/13/24", "13-01-2024", "2024/01/13", "13.01.2024 09:30"})
    void isOtherDate_ofADateThatIsNotIso_holds(String text) {
        assertThat(CellText.isOtherDate(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-13", "1.2.3", "13.01/2024", "1/2", "10.0.0.1", "13.01.2024x"})
    void isOtherDate_ofAnythingElse_doesNot(String text) {
        assertThat(CellText.isOtherDate(text)).isFalse();
    }

    @Test
    void read_ofTheUsualFormat_isTheSameTable() {
        Table table = Tables.of(TextColumn.of("x", List.of("0,5", "NA")));

        assertThat(CellFormat.usual().read(table)).isSameAs(table);
    }

    @Test
    void read_ofAForeignFormat_changesTheCellsItNames() {
        Table table = Tables.of(TextColumn.of("x", List.of("0,5", "1.234", "-1.234,5", " NA ", "Nan", "text, 5")));

        Column read = new CellFormat(true, Set.of("NA")).read(table).column("x");

        assertThat(List.of(read.text(0), read.text(1), read.text(2), read.text(3), read.text(4), read.text(5)))
                .containsExactly("0.5", "1234", "-1234.5", "", "Nan", "text, 5");
    }

    @Test
    void find_amongBooleans_ignoresCase() {
        assertThat(Booleans.find(List.of("False", "True"), "TRUE")).contains("True");
        assertThat(Booleans.find(List.of("True", "true"), "TRUE")).isEmpty();
        assertThat(Booleans.find(List.of("False", "True", "maybe"), "TRUE")).isEmpty();
        assertThat(Booleans.find(List.of("No", "Yes"), "YES")).isEmpty();
    }
}
