package dev.neurite.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeparatorTest {
    @Test
    void of_semicolonsWithDecimalCommas_isTheSemicolon() {
        assertThat(Separator.of("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n", true)).isEqualTo(';');
    }

    @Test
    void of_commasInsideHeaderNames_isTheOneThatFitsTheRows() {
        assertThat(Separator.of("size, cm|mass, kg\n1|2\n3|4\n", true)).isEqualTo('|');
    }

    @Test
    void of_separatorsInsideQuotes_doNotCount() {
        assertThat(Separator.of("a,b\n\"x;y;z\",1\n\"x;y\",2\n", true)).isEqualTo(',');
    }

    @Test
    void of_oneRaggedRow_isStillTheSeparatorOfTheOthers() {
        assertThat(Separator.of("a;b,c\n1;2\n3;4\n5;6\n1\n", true)).isEqualTo(';');
    }

    @Test
    void of_equalAgreement_isTheOneWithMoreFields() {
        assertThat(Separator.of("a,b|c|d\n1,2|3|4\n", true)).isEqualTo('|');
    }

    @Test
    void of_oneColumn_isTheComma() {
        assertThat(Separator.of("name\nx\n", true)).isEqualTo(',');
        assertThat(Separator.of("", true)).isEqualTo(',');
    }

    @Test
    void of_cutLastRecord_doesNotCount() {
        assertThat(Separator.of("a,b;c\n1,2;3\n1,2;3\n1", false)).isEqualTo(',');
        assertThat(Separator.of("a;b\n1;2\n3;\"cut in the mid", false)).isEqualTo(';');
    }
}
