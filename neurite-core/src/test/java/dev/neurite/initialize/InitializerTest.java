package dev.neurite.initialize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.random.Seed;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InitializerTest {
    private static final int DRAWS = 100_000;
    private static final int FAN_IN = 40;
    private static final int FAN_OUT = 10;

    static Stream<Arguments> initializers() {
        return Stream.of(
                Arguments.of(Initializer.heNormal(), 0, 2.0 / FAN_IN, Double.POSITIVE_INFINITY),
                Arguments.of(Initializer.heUniform(), 0, 2.0 / FAN_IN, Math.sqrt(6.0 / FAN_IN)),
                Arguments.of(Initializer.glorotNormal(), 0, 2.0 / (FAN_IN + FAN_OUT), Double.POSITIVE_INFINITY),
                Arguments.of(
                        Initializer.glorotUniform(), 0, 2.0 / (FAN_IN + FAN_OUT), Math.sqrt(6.0 / (FAN_IN + FAN_OUT))),
                Arguments.of(Initializer.lecunNormal(), 0, 1.0 / FAN_IN, Double.POSITIVE_INFINITY),
                Arguments.of(Initializer.lecunUniform(), 0, 1.0 / FAN_IN, Math.sqrt(3.0 / FAN_IN)),
                Arguments.of(Initializer.normal(2, 0.5), 2, 0.25, Double.POSITIVE_INFINITY),
                Arguments.of(Initializer.uniform(-1, 3), 1, 16 / 12.0, 2),
                Arguments.of(Initializer.constant(0.1), 0.1, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("initializers")
    void draw_manyDraws_haveMeanVarianceAndBound(Initializer initializer, double mean, double variance, double bound) {
        double[] draws = IntStream.range(0, DRAWS)
                .mapToDouble(i -> initializer.draw(Seed.of(9), i, FAN_IN, FAN_OUT))
                .toArray();
        double actualMean =
                IntStream.range(0, DRAWS).mapToDouble(i -> draws[i]).average().orElseThrow();
        double actualVariance = IntStream.range(0, DRAWS)
                .mapToDouble(i -> (draws[i] - mean) * (draws[i] - mean))
                .average()
                .orElseThrow();
        assertThat(actualMean).isCloseTo(mean, within(4 * Math.sqrt(variance / DRAWS) + 1e-12));
        assertThat(actualVariance).isCloseTo(variance, within(0.02 * variance + 1e-12));
        assertThat(IntStream.range(0, DRAWS)).allMatch(i -> Math.abs(draws[i] - mean) <= bound + 1e-12);
    }

    @Test
    void constants_outOfRange_areRefused() {
        assertThatThrownBy(() -> Initializer.normal(0, -1))
                .hasMessage("normal standardDeviation must be finite and not negative, got -1.0");
        assertThatThrownBy(() -> Initializer.uniform(1, 0))
                .hasMessage("uniform bounds must be finite and in order, got 1.0 and 0.0");
        assertThatThrownBy(() -> Initializer.constant(Double.NaN)).hasMessage("constant must be finite, got NaN");
    }
}
