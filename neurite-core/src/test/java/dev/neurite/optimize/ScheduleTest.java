package dev.neurite.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void cosine_eachStep_followsTheFormula() {
        for (int step = 0; step <= 1000; step++) {
            double expected = 0.001 + 0.099 * (1 + Math.cos(Math.PI * step / 1000)) / 2;
            assertThat(Schedule.cosine(0.001).at(0.1, step, 1000)).isCloseTo(expected, within(1e-15));
        }
    }

    @Test
    void warmup_thenCosine_risesToTheBaseAndFallsToZero() {
        Schedule schedule = Schedule.cosine().afterWarmup(4);
        assertThat(schedule.at(1, 0, 14)).isCloseTo(0.2, within(1e-15));
        assertThat(schedule.at(1, 3, 14)).isCloseTo(0.8, within(1e-15));
        assertThat(schedule.at(1, 4, 14)).isEqualTo(1);
        assertThat(schedule.at(1, 9, 14)).isCloseTo(0.5, within(1e-15));
        assertThat(schedule.at(1, 14, 14)).isZero();
    }
}
