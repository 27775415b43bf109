package dev.neurite.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GemmBenchmarkTest {
    @Test
    void measure_smallMatrices_ratesEveryForm() throws InterruptedException {
        GemmBenchmark.Result result = GemmBenchmark.measure(20, 2);

        assertThat(result.kernels()).isNotEmpty();
        assertThat(result.peak()).isPositive().isFinite();
        assertThat(result.rates()).extracting(GemmBenchmark.Rate::form).containsExactly("A·B", "Aᵀ·B", "A·Bᵀ");
        assertThat(result.rates())
                .allSatisfy(rate -> assertThat(rate.gigaflops()).isPositive().isFinite());
    }
}
