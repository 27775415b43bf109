package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0            | 0.0000
            0.98765432   | 0.9877
            -1.5         | -1.5000
            12.345678    | 12.346
            565.96804    | 565.97
            4206.75      | 4,206.8
            1234567.8    | 1,234,568
            1.5e12       | 1.500e+12
            0.0000123    | 1.230e-05
            NaN          | -
            Infinity     | Infinity
            """)
    void text_ofANumber_isReadable(double value, String text) {
        assertThat(Numbers.text(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.001, 0.001", "1e6, 1000000", "1, 1", "1e-7, 0.0000001", "NaN, NaN"})
    void plain_ofANumber_isAsPeopleWriteIt(double value, String text) {
        assertThat(Numbers.plain(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.04, 0.0 s", "9.94, 9.9 s", "42.3, 42 s", "99.9, 100 s", "119.6, 2:00 min", "7385, 2:03 h"})
    void seconds_ofADuration_areReadable(double value, String text) {
        assertThat(Numbers.seconds(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"900, 900 bytes", "12345, 12.3 kB", "12345678, 12.3 MB"})
    void bytes_ofAFile_areReadable(long value, String text) {
        assertThat(Numbers.bytes(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 rows", "1, 1 row", "2, 2 rows"})
    void of_aNoun_hasItsPlural(long value, String text) {
        assertThat(Numbers.of(value, "row")).isEqualTo(text);
    }
}
