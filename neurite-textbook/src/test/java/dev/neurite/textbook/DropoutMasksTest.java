package dev.neurite.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.activation.Activation;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.Network;
import dev.neurite.random.Seed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DropoutMasksTest {
    private static final Network NETWORK =
            Network.of(3, Dense.of(7, Activation.relu()), new Dropout(0.2), Dense.linear(2), new Dropout(0));

    @Test
    void ofEngine_rateOneFifth_dropsAFifthAndKeepsTheMean() {
        double[] mask = Reference.concatenated(
                DropoutMasks.ofEngine(NETWORK, Seed.of(1), 0).mask(1, 0.2, 2_000, 50));
        assertThat(mask).containsOnly(0, 1.25);
        assertThat(Arrays.stream(mask).average().orElseThrow()).isBetween(0.99, 1.01);
    }

    @Test
    void ofEngine_anotherStepOrSeed_isAnotherMask() {
        double[] mask = mask(1, 0);
        assertThat(mask(1, 0)).containsExactly(mask);
        assertThat(mask(1, 1)).isNotEqualTo(mask);
        assertThat(mask(2, 0)).isNotEqualTo(mask);
    }

    private static double[] mask(long seed, long step) {
        return Reference.concatenated(
                DropoutMasks.ofEngine(NETWORK, Seed.of(seed), step).mask(1, 0.5, 4, 7));
    }

    @Test
    void ofEngine_rateZero_keepsAll() {
        assertThat(DropoutMasks.ofEngine(NETWORK, Seed.of(1), 0).mask(3, 0, 2, 2))
                .isDeepEqualTo(DropoutMasks.none().mask(3, 0, 2, 2));
    }
}
