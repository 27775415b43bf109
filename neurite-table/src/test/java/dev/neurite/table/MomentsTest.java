package dev.neurite.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentsTest {
    @Test
    void of_handWorkedSample_isPopulationMeanAndDeviation() {
        // mean (2+4+4+4+5+5+7+9)/8 = 5; squares 9+1+1+1+0+0+4+16 = 32; 32/8 = 4
        Moments moments = Moments.of(new float[] {2, 4, 4, 4, 5, 5, 7, 9});
        assertThat(moments).isEqualTo(new Moments(5, 2, 0));
    }

    @Test
    void of_largeOffset_losesNothing() {
        assertThat(Moments.of(new float[] {8_388_608, 8_388_609, 8_388_610}).std())
                .isCloseTo(Math.sqrt(2 / 3.0), within(1e-12));
    }

    @Test
    void fenced_ordinarySamples_areThePlainMoments() {
        Random random = new Random(4);
        float[] normal = new float[5000];
        float[] exponential = new float[5000];
        float[] rare = new float[5000];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = (float) random.nextGaussian();
            exponential[i] = (float) -StrictMath.log(1 - random.nextDouble());
            rare[i] = i % 40 == 0 ? 1000 : 0;
        }
        assertThat(Moments.fenced(normal)).isEqualTo(Moments.of(normal));
        assertThat(Moments.fenced(exponential)).isEqualTo(Moments.of(exponential));
        assertThat(Moments.fenced(rare)).isEqualTo(Moments.of(rare));
    }

    @Test
    void fenced_oneValueFarAway_countsAsIfOnTheFence() {
        float[] values = new float[101];
        for (int i = 0; i < 100; i++) {
            values[i] = i;
        }
        values[100] = 1e9f;
        // the 5 % and 95 % quantiles are 5 and 95, so the fence is at 95 + 10 · 90 = 995
        float[] moved = values.clone();
        moved[100] = 995;
        Moments expected = Moments.of(moved);
        assertThat(Moments.fenced(values)).isEqualTo(new Moments(expected.mean(), expected.std(), 1));
    }

    @Test
    void fenced_nothing_isZero() {
        assertThat(Moments.fenced(new float[0])).isEqualTo(new Moments(0, 0, 0));
    }
}
