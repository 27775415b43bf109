package dev.neurite.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParserTest {
    private final NumberParser parser = new NumberParser();

    private byte parse(String text) {
        byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);
        return parser.parse(bytes, 1, bytes.length - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, -0.0",
        "7, 7",
        "+3, 3",
        "-.5, -0.5",
        "1., 1",
        "1e5, 100000",
        "1E-5, 0.00001",
        "1e+2, 100",
        "' 12 ', 12",
        "00012, 12",
        "0.1, 0.1",
        "123456789012345678901234567890, 1.2345678901234568E29",
        "1e-400, 0",
        "0e999, 0",
        "9007199254740993, 9007199254740992",
        "2.2250738585072011e-308, 2.225073858507201E-308",
        "3.4028235e38, 3.4028235e38",
        "0.000000000000000000000000000000000000000000001, 1e-45"
    })
    void parse_decimal_isTheNearestDouble(String text, double expected) {
        assertThat(parse(text)).isEqualTo(NumberParser.NUMBER);
        assertThat(parser.value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?", "n/a", "NA", "1d", "1f", "1F", "0x10", "0x1p3", "1,5", "1 000", "1_000", "e5", "1e", "1e+", ".",
                "-", "+", "--1", "1.2.3", "١", "１", "1%", "$1", "null", "nano", "infinit", "in"
            })
    void parse_anythingElse_isText(String text) {
        assertThat(parse(text)).isEqualTo(NumberParser.TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nan", "NaN", "-nan", "inf", "-Inf", "+infinity", "Infinity", " NAN ", "1e39", "-3.5e38", "1e400"
            })
    void parse_nanInfinityOrBeyondFloat_isNotFinite(String text) {
        assertThat(parse(text)).isEqualTo(NumberParser.NOT_FINITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t ", "\r\n"})
    void parse_blank_isMissing(String text) {
        assertThat(parse(text)).isEqualTo(NumberParser.MISSING);
    }

    @Test
    void parse_randomDecimals_equalsJavasOwnParser() {
        Random random = new Random(17);
        for (int i = 0; i < 200_000; i++) {
            String text = randomDecimal(random);
            double expected = Double.parseDouble(text);
            byte state = parse(text);
            if (Float.isInfinite((float) expected)) {
                assertThat(state).as(text).isEqualTo(NumberParser.NOT_FINITE);
            } else {
                assertThat(state).as(text).isEqualTo(NumberParser.NUMBER);
                assertThat(parser.value()).as(text).isEqualTo(expected);
            }
        }
    }

    private static String randomDecimal(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
        int whole = random.nextInt(22);
        int fraction = random.nextInt(22) + (whole == 0 ? 1 : 0);
        for (int i = 0; i < whole; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        if (fraction > 0) {
            text.append('.');
        }
        for (int i = 0; i < fraction; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        if (random.nextInt(3) == 0) {
            text.append('e').append(random.nextInt(80) - 40);
        }
        return text.toString();
    }
}
