package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.train.Limits;
import dev.neurite.train.Trainer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SharedTimeTest {
    private final Trainer trainer = Trainer.forClassification().withMaxTime(Duration.ofSeconds(12));
    private long seconds = 1000;

    private static Duration time(Trainer trainer) {
        return trainer.limits().time();
    }

    @Test
    void next_givesEachAnEqualPartOfWhatIsLeft() {
        SharedTime time = new SharedTime(4, () -> seconds * 1_000_000_000);
        assertThat(time(time.next(trainer))).isEqualTo(Duration.ofSeconds(3));
        seconds += 3;
        assertThat(time(time.next(trainer))).isEqualTo(Duration.ofSeconds(3));
        seconds += 1; // it stopped early
        assertThat(time(time.next(trainer))).isEqualTo(Duration.ofSeconds(4));
        seconds += 7; // it measured for long
        assertThat(time(time.next(trainer))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void next_whenTheTimeIsUp_leavesTimeForOneStep() {
        SharedTime time = new SharedTime(2, () -> seconds * 1_000_000_000);
        seconds += 12;
        assertThat(time(time.next(trainer))).isEqualTo(Duration.ofNanos(1));
        seconds += 1;
        assertThat(time(time.next(trainer))).isEqualTo(Duration.ofNanos(1));
    }

    @Test
    void next_withoutALimit_hasNone() {
        SharedTime time = new SharedTime(3, () -> seconds);
        assertThat(time(time.next(Trainer.forClassification()))).isEqualTo(Limits.NEVER);
    }
}
