package dev.neurite.cli;

import dev.neurite.train.Limits;
import dev.neurite.train.Trainer;
import java.time.Duration;
import java.util.function.LongSupplier;

/// The time of `--max-time` over several trainings, one after another: each has an equal part of what the ones before
/// left.
final class SharedTime {
    private final LongSupplier clock;
    private final long began;
    private int left;

    /// @param trainings how many there are
    /// @param clock tells nanoseconds, such as [System#nanoTime]
    SharedTime(int trainings, LongSupplier clock) {
        this.clock = clock;
        this.began = clock.getAsLong();
        this.left = trainings;
    }

    /// The trainer of the next training, with its part of the time that it has for all.
    Trainer next(Trainer trainer) {
        Duration whole = trainer.limits().time();
        if (whole.equals(Limits.NEVER)) {
            return trainer;
        }
        Duration part = whole.minusNanos(clock.getAsLong() - began).dividedBy(left--);
        return trainer.withMaxTime(part.isPositive() ? part : Duration.ofNanos(1));
    }
}
