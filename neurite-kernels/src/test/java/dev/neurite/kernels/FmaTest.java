package dev.neurite.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The multiply-add in double arithmetic against the platform's.
class FmaTest {
    private final Random random = new Random(13);

    @Tag("small")
    @Test
    void exact_numbersOfEveryKind_equalsTheOneOfThePlatform() {
        int rounds = Fma.IN_HARDWARE ? 3_000_000 : 5_000;
        for (int i = 0; i < rounds; i++) {
            float[] x = Bits.wild(random, 3);
            compare(x[0], x[1], x[2]);
        }
    }

    /// Sums that lie near the middle of two floats, where rounding twice goes wrong.
    @Tag("small")
    @Test
    void exact_nearTheMiddleOfTwoFloats_equalsTheOneOfThePlatform() {
        int rounds = Fma.IN_HARDWARE ? 3_000_000 : 5_000;
        for (int i = 0; i < rounds; i++) {
            float c = Float.intBitsToFloat(random.nextInt(0x7f000000));
            float half = Math.ulp(c) / 2;
            float a = 1 + (random.nextInt(5) - 2) * 0x1p-23f;
            float b = half * (1 + (random.nextInt(5) - 2) * 0x1p-23f);
            float sign = random.nextBoolean() ? 1 : -1;
            compare(a, sign * b, c);
            compare(sign * a, b, -c);
        }
    }

    /// The product is 2⁻⁴⁶ of itself short of half a unit: the sum in double is the middle of two floats, and
    /// rounding that goes to the even one, away from `c`. Worked by hand, for a normal and a denormal sum.
    @Tag("small")
    @ParameterizedTest
    @CsvSource({
        "0x1.000002p-12, 0x1.fffffcp-13, 0x1.000002p0",
        "-0x1.000002p-12, 0x1.fffffcp-13, 0x1.000002p0",
        "0x1.000002p-75, 0x1.fffffcp-76, 0x1.04p-143",
        "-0x1.000002p-75, 0x1.fffffcp-76, 0x1.04p-143"
    })
    void exact_doubleWouldRoundTwice_isRoundedOnce(String a, String b, String c) {
        float x = Float.parseFloat(a);
        float y = Float.parseFloat(b);
        float z = Float.parseFloat(c);
        assertThat((float) ((double) x * y + z)).isNotEqualTo(z);
        assertThat(Fma.exact(x, y, z)).isEqualTo(z);
    }

    private static void compare(float a, float b, float c) {
        float expected = Math.fma(a, b, c);
        float actual = Fma.exact(a, b, c);
        if (Float.floatToIntBits(actual) != Float.floatToIntBits(expected)) {
            throw new AssertionError("fma(" + a + ", " + b + ", " + c + ") is " + actual + ", expected " + expected);
        }
    }
}
