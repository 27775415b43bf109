package dev.neurite.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarkTest {
    @Test
    void all_namesAreDifferent() {
        assertThat(Benchmark.all()).extracting(Benchmark::name).doesNotHaveDuplicates();
    }

    @Test
    void startingWith_severalTexts_selectsInTheOrderOfAll() {
        assertThat(Benchmark.startingWith(List.of("gemm 256", "moons")))
                .extracting(Benchmark::name)
                .containsExactly(
                        "moons 2-10-2 b100 sgd ce", "gemm 256x256x256", "gemm 256x256x256 AtB", "gemm 256x256x256 ABt");
    }

    @Test
    void startingWith_nothing_isAll() {
        assertThat(Benchmark.startingWith(List.of())).isEqualTo(Benchmark.all());
    }

    @Test
    void startingWith_unknown_isRefusedWithTheNames() {
        assertThatThrownBy(() -> Benchmark.startingWith(List.of("moons", "iris")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a case must be the start of one of x2 1-15-1 b1000 sgd mse, moons ")
                .hasMessageEndingWith(", got iris");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x2", "moons", "tab 16", "gemm 128x512x10", "predict 16-64-64-2"})
    void measure_smallCases_isConsistent(String start) throws InterruptedException {
        for (Benchmark benchmark : Benchmark.startingWith(List.of(start))) {
            Measurement measured = benchmark.measure(2, 0.01);
            assertThat(measured.name()).isEqualTo(benchmark.name());
            assertThat(measured.threads()).isEqualTo(2);
            assertThat(measured.microseconds()).isPositive().isFinite();
            assertThat(measured.gigaflops() * measured.microseconds() * 1e3)
                    .isCloseTo(benchmark.operations(), within(1e-6 * benchmark.operations()));
        }
    }
}
