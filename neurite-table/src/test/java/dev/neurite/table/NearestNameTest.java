package dev.neurite.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "flaw, lawn, 2", "'', abc, 3", "abc, '', 3", "same, same, 0", "ab, ba, 2"})
    void distance_knownPairs_isLevenshteins(String a, String b, int expected) {
        assertThat(NearestName.distance(a, b)).isEqualTo(expected);
    }

    @Test
    void of_misspelt_findsTheName() {
        assertThat(NearestName.of("specis", List.of("island", "species", "sex")))
                .contains("species");
    }

    @Test
    void of_otherCaseAndBlanks_findsTheName() {
        assertThat(NearestName.of(" SEX", List.of("species", "sex"))).contains("sex");
    }

    @Test
    void of_nothingNear_isEmpty() {
        assertThat(NearestName.of("price", List.of("island", "sex"))).isEmpty();
    }
}
