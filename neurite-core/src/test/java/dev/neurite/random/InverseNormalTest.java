package dev.neurite.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InverseNormalTest {
    /// Quantiles by `statistics.NormalDist().inv_cdf` of Python 3.
    @ParameterizedTest
    @CsvSource({
        "1e-15, -7.941345326170995",
        "1e-09, -5.9978070150076865",
        "1e-05, -4.2648907939228256",
        "0.001, -3.090232306167813",
        "0.05, -1.6448536269514726",
        "0.075, -1.4395314709384557",
        "0.2, -0.8416212335729142",
        "0.45, -0.125661346855074",
        "0.5, 0.0",
        "0.6, 0.2533471031357998",
        "0.92, 1.4050715603096327",
        "0.93, 1.4757910281791708",
        "0.99, 2.3263478740408408",
        "0.999999, 4.753424308817089"
    })
    void of_probability_isTheQuantile(double p, double z) {
        assertThat(InverseNormal.of(p)).isCloseTo(z, within(2e-6 * Math.max(1, Math.abs(z))));
    }
}
