package dev.neurite.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.random.Seed;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
    @Test
    void stratified_threeClasses_keepTheirShares() {
        int[] classes =
                IntStream.range(0, 1000).map(i -> i < 700 ? 0 : i < 950 ? 1 : 2).toArray();
        Split split = Split.stratified(classes, 0.2, Seed.of(1));
        assertThat(split.heldOut()).hasSize(200);
        for (int k = 0; k < 3; k++) {
            int wanted = k;
            long total = Arrays.stream(classes).filter(c -> c == wanted).count();
            long out = Arrays.stream(split.heldOut())
                    .filter(row -> classes[row] == wanted)
                    .count();
            assertThat((double) out).isBetween(0.2 * total - 1, 0.2 * total + 1);
        }
    }

    @Test
    void random_parts_areDisjointCompleteAndSorted() {
        Split split = Split.random(101, 0.3, Seed.of(2));
        int[] all = IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.heldOut()))
                .sorted()
                .toArray();
        assertThat(all).containsExactly(IntStream.range(0, 101).toArray());
        assertThat(split.heldOut()).hasSize(30).isSorted();
        assertThat(split.train()).isSorted();
    }

    @Test
    void random_otherSeed_drawsOtherRows() {
        assertThat(Split.random(100, 0.3, Seed.of(1)).heldOut())
                .isEqualTo(Split.random(100, 0.3, Seed.of(1)).heldOut())
                .isNotEqualTo(Split.random(100, 0.3, Seed.of(2)).heldOut());
    }

    @Test
    void stratified_classOfOneRow_staysInTraining() {
        int[] classes = {0, 0, 0, 0, 1, 0, 0, 0, 0, 0};
        for (int seed = 0; seed < 50; seed++) {
            assertThat(Split.stratified(classes, 0.5, Seed.of(seed)).train()).contains(4);
        }
    }

    @Test
    void fraction_outOfRange_isRefused() {
        assertThatThrownBy(() -> Split.random(10, 1, Seed.of(1)))
                .hasMessage("held-out fraction must be in [0, 1), got 1.0");
    }
}
