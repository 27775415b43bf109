package dev.neurite.train;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/// When a training ends at the latest.
///
/// @param epochs passes over the data at most, at least 1; the schedule spans them
/// @param steps  steps at most, at least 1; `Long.MAX_VALUE` for all that the epochs have
/// @param time   time at most, positive; [#NEVER] for as long as it takes
public record Limits(int epochs, long steps, Duration time) {
    /// No limit of time.
    public static final Duration NEVER = ChronoUnit.FOREVER.getDuration();

    /// Checks the numbers.
    public Limits {
        if (epochs < 1) {
            throw new IllegalArgumentException("Trainer.epochs must be positive, got " + epochs);
        }
        if (steps < 1) {
            throw new IllegalArgumentException("Trainer.steps must be positive, got " + steps);
        }
        if (!time.isPositive()) {
            throw new IllegalArgumentException("Trainer.maxTime must be positive, got " + time);
        }
    }

    /// A number of epochs, however long they take.
    public static Limits ofEpochs(int epochs) {
        return new Limits(epochs, Long.MAX_VALUE, NEVER);
    }

    /// The time in nanoseconds, as far as a `long` goes: 292 years.
    long nanoseconds() {
        return time.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0 ? time.toNanos() : Long.MAX_VALUE;
    }
}
