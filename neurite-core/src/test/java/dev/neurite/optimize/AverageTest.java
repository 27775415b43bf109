package dev.neurite.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AverageTest {
    @Test
    void none_anyStep_isTheParametersThemselves() {
        assertThat(Average.none().share(1, 100, 5)).isEqualTo(1);
        assertThat(Average.none().share(99, 100, 5)).isEqualTo(1);
    }

    /// The definition: what is averaged after step t is t itself.
    @Test
    void exponential_withoutWarmup_isTheWeightedSum() {
        Average average = new Ema(0.9, false);
        double a = 0;
        for (int t = 1; t <= 50; t++) {
            a += average.share(t, 50, 5) * (t - a);
        }
        double expected = 0;
        for (int t = 1; t <= 50; t++) {
            expected += 0.1 * Math.pow(0.9, 50 - t) * t;
        }
        assertThat(a).isCloseTo(expected, within(1e-12));
    }

    /// Decay (1 + t)/(10 + t) until it reaches 0.99, which is at t = 890.
    @Test
    void exponential_withWarmup_startsWithSmallDecays() {
        Average average = Average.exponential(0.99);
        assertThat(1 - average.share(1, 1000, 10)).isCloseTo(2.0 / 11, within(1e-15));
        assertThat(1 - average.share(90, 1000, 10)).isCloseTo(0.91, within(1e-15));
        assertThat(1 - average.share(889, 1000, 10)).isLessThan(0.99);
        assertThat(1 - average.share(891, 1000, 10)).isEqualTo(0.99);
    }

    /// 20 epochs of 5 steps; from ¾ on, that is the ends of the epochs 16 to 20: (80 + 85 + 90 + 95 + 100)/5.
    @Test
    void stochasticWeightAveraging_lastQuarter_isTheMeanOfTheEndsOfItsEpochs() {
        Average average = Average.stochasticWeightAveraging();
        double a = 0;
        for (int t = 1; t <= 100; t++) {
            a += average.share(t, 100, 5) * (t - a);
            if (t <= 80) {
                assertThat(a).isEqualTo(t);
            }
        }
        assertThat(a).isCloseTo(90, within(1e-12));
    }

    @Test
    void constants_outOfRange_areRefused() {
        assertThatThrownBy(() -> Average.exponential(1)).hasMessage("Ema.decay must be in [0, 1), got 1.0");
        assertThatThrownBy(() -> new Swa(-0.5)).hasMessage("Swa.start must be in [0, 1), got -0.5");
    }
}
