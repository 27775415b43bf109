package dev.neurite.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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

    @Test
    void schedules_atTheEndAndBeyond_stayInRange() {
        for (Schedule schedule : all()) {
            for (long steps : new long[] {0, 1, 2, 3, 100}) {
                for (long step : new long[] {0, 1, 2, 99, 100, 1_000_000}) {
                    assertThat(schedule.at(0.1, step, steps))
                            .as("%s at %d of %d", schedule, step, steps)
                            .isBetween(0.0, 0.1 * (1 + 1e-12));
                }
            }
        }
    }

    private static List<Schedule> all() {
        return List.of(
                Schedule.constant(),
                Schedule.step(3, 0.5),
                Schedule.multiStep(0.1, 0, 5, 20),
                Schedule.exponential(0.9),
                new Exponential(0.9, 7),
                Schedule.cosine(),
                Schedule.cosineRestarts(10, 1),
                Schedule.cosineRestarts(1, 3),
                Schedule.flatCosine(),
                Schedule.logCosine(),
                Schedule.oneCycle(),
                Schedule.linear(),
                Schedule.polynomial(0.7),
                Schedule.inverseScaling(),
                Schedule.linear().afterWarmup(4),
                Schedule.constant().onPlateau());
    }

    /// A rise in equal parts is the line from 1/(n + 1).
    @Test
    void afterWarmup_nSteps_risesInEqualParts() {
        Schedule schedule = Schedule.constant().afterWarmup(9);
        for (int step = 0; step < 12; step++) {
            assertThat(schedule.at(1, step, 50)).isCloseTo(Math.min(1, (step + 1) / 10.0), within(1e-15));
        }
    }

    @Test
    void plateau_underOtherSchedules_isAsked() {
        double[] losses = {1, 1, 1};
        Schedule plateau = Plateau.of(Schedule.cosine()).withPatience(0);
        assertThat(plateau.afterWarmup(5).base(1, losses)).isCloseTo(0.01, within(1e-15));
        assertThat(Schedule.cosine().base(1, losses)).isEqualTo(1);
        assertThat(plateau.at(1, 5, 10)).isEqualTo(Schedule.cosine().at(1, 5, 10));
    }

    /// Losses may be negative, such as those of a density.
    @Test
    void plateau_negativeLosses_improveDownwards() {
        Plateau plateau = new Plateau(Schedule.constant(), 0.1, 0, 0.1, 0, 0);
        assertThat(plateau.base(1, new double[] {-1, -1.2, -1.5})).isEqualTo(1);
        assertThat(plateau.base(1, new double[] {-1, -1.05})).isEqualTo(0.1);
    }

    @Test
    void constants_outOfRange_areRefused() {
        assertThatThrownBy(() -> Schedule.step(0, 0.5)).hasMessage("StepDecay.interval must be positive, got 0");
        assertThatThrownBy(() -> Schedule.step(5, 1.5)).hasMessage("StepDecay.factor must be in (0, 1], got 1.5");
        assertThatThrownBy(() -> Schedule.multiStep(0.1, 5, 5))
                .hasMessage("MultiStep.milestones must be ascending and not negative, got [5, 5]");
        assertThatThrownBy(() -> Schedule.exponential(0)).hasMessage("Exponential.factor must be in (0, 1], got 0.0");
        assertThatThrownBy(() -> Schedule.cosineRestarts(0, 2))
                .hasMessage("CosineRestarts.period must be positive, got 0");
        assertThatThrownBy(() -> new FlatCosine(1, 0)).hasMessage("FlatCosine.flat must be in [0, 1), got 1.0");
        assertThatThrownBy(() -> new LogCosine(0)).hasMessage("LogCosine.cycles must be in 1 ... 30, got 0");
        assertThatThrownBy(() -> new OneCycle(0.3, 0.5, 1))
                .hasMessage("OneCycle.divisor must be finite and at least 1, got 0.5");
        assertThatThrownBy(() -> Schedule.polynomial(-1))
                .hasMessage("Polynomial.power must be finite and positive, got -1.0");
        assertThatThrownBy(() -> new InverseScaling(0.5, 0))
                .hasMessage("InverseScaling.rate must be finite and positive, got 0.0");
        assertThatThrownBy(() -> new Warmup(5, 2, Schedule.constant()))
                .hasMessage("Warmup.start must be in [0, 1], got 2.0");
        assertThatThrownBy(() -> Plateau.of(Schedule.constant()).withFactor(1))
                .hasMessage("Plateau.factor must be in [0, 1), got 1.0");
    }
}
