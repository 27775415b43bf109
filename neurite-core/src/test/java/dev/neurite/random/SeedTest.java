package dev.neurite.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeedTest {
    private static final int DRAWS = 200_000;

    @Test
    void bits_sameKeyAndIndex_areTheSame() {
        assertThat(Seed.of(7).split("a", 3).bits(5))
                .isEqualTo(Seed.of(7).split("a", 3).bits(5));
    }

    @Test
    void split_otherNameIndexOrKey_givesOtherBits() {
        Seed seed = Seed.of(1);
        assertThat(LongStream.of(
                                seed.bits(0),
                                seed.split("a").bits(0),
                                seed.split("b").bits(0),
                                seed.split("a", 1).bits(0),
                                seed.split("a", 2).bits(0),
                                Seed.of(2).bits(0))
                        .distinct())
                .hasSize(6);
    }

    @Test
    void uniform_manyDraws_haveMomentsOfTheUniformDistribution() {
        double[] draws =
                IntStream.range(0, DRAWS).mapToDouble(Seed.of(3)::uniform).toArray();
        double mean = Arrays.stream(draws).average().orElseThrow();
        double square = Arrays.stream(draws).map(x -> x * x).average().orElseThrow();
        assertThat(Arrays.stream(draws)).allMatch(x -> x >= 0 && x < 1);
        assertThat(mean).isCloseTo(0.5, within(4 * Math.sqrt(1 / 12.0 / DRAWS)));
        assertThat(square).isCloseTo(1 / 3.0, within(4 * Math.sqrt(4 / 45.0 / DRAWS)));
    }

    @Test
    void normal_manyDraws_haveMomentsOfTheNormalDistribution() {
        double[] draws =
                IntStream.range(0, DRAWS).mapToDouble(Seed.of(4)::normal).toArray();
        double mean = Arrays.stream(draws).average().orElseThrow();
        double square = Arrays.stream(draws).map(x -> x * x).average().orElseThrow();
        double fourth = Arrays.stream(draws).map(x -> x * x * x * x).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(4 / Math.sqrt(DRAWS)));
        assertThat(square).isCloseTo(1, within(4 * Math.sqrt(2.0 / DRAWS)));
        assertThat(fourth).isCloseTo(3, within(4 * Math.sqrt(96.0 / DRAWS)));
    }

    @Test
    void permutation_containsEachIndexOnce() {
        assertThat(Seed.of(5).permutation(1000))
                .containsExactlyInAnyOrder(IntStream.range(0, 1000).toArray());
    }

    @Test
    void permutation_allOrdersOfThree_areEquallyLikely() {
        int[] counts = new int[27];
        for (int i = 0; i < 60_000; i++) {
            int[] order = Seed.of(6).split("order", i).permutation(3);
            counts[9 * order[0] + 3 * order[1] + order[2]]++;
        }
        int[] seen = Arrays.stream(counts).filter(count -> count > 0).toArray();
        assertThat(seen).hasSize(6);
        assertThat(Arrays.stream(seen)).allMatch(count -> Math.abs(count - 10_000) < 4 * Math.sqrt(10_000 * 5 / 6.0));
    }

    @Test
    void below_boundNotPositive_isRefused() {
        assertThatThrownBy(() -> Seed.of(1).below(0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bound must be positive, got 0");
    }
}
