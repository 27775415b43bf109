package dev.neurite.cli;

import dev.neurite.train.EpochRecord;
import dev.neurite.train.TrainingEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// How far a training is and how fast it goes, from its events and a clock.
final class Pace {
    private static final int RECENT_EPOCHS = 6;

    private final LongSupplier clock;
    private final Deque<Epoch> recent = new ArrayDeque<>();
    private TrainingEvent.Started started = new TrainingEvent.Started(0, 0, 1, 1);
    private int epoch = 1;
    private int stepOfEpoch;
    private double trainingLoss = Double.NaN;
    private @Nullable EpochRecord measured;

    Pace() {
        this(System::nanoTime);
    }

    /// @param clock in nanoseconds
    Pace(LongSupplier clock) {
        this.clock = clock;
        recent.add(new Epoch(0, clock.getAsLong()));
    }

    /// A moment at which so many epochs were done.
    private record Epoch(double done, long nanos) {}

    void on(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Started start -> started = start;
            case TrainingEvent.Progress progress -> {
                epoch = progress.epoch();
                stepOfEpoch = progress.stepOfEpoch();
                trainingLoss = progress.loss();
            }
            case TrainingEvent.EpochEnded ended -> {
                measured = ended.measured();
                epoch = measured.epoch();
                stepOfEpoch = started.stepsPerEpoch();
                remember();
                trainingLoss = measured.trainingLoss();
            }
            default -> {}
        }
    }

    int epoch() {
        return epoch;
    }

    int epochs() {
        return started.epochs();
    }

    /// `12/200`, as wide for each epoch.
    String epochText() {
        String all = String.valueOf(epochs());
        return " ".repeat(all.length() - String.valueOf(epoch).length()) + epoch + "/" + all;
    }

    /// `train 0.3412  valid 0.3520  accuracy 0.9310`, as far as it is known.
    String measuredText() {
        StringBuilder text = new StringBuilder("train " + Numbers.text(trainingLoss));
        if (measured != null && !Double.isNaN(measured.validationLoss())) {
            text.append("  valid ").append(Numbers.text(measured.validationLoss()));
            measured.metrics()
                    .forEach((name, value) ->
                            text.append("  ").append(name).append(' ').append(Numbers.text(value)));
        }
        return text.toString();
    }

    /// The share of all steps that is done.
    double done() {
        return (epoch - 1 + (double) stepOfEpoch / started.stepsPerEpoch()) / started.epochs();
    }

    /// The ends of the last epochs; the first ones, in which the JVM still compiles, are forgotten.
    private void remember() {
        recent.add(new Epoch(epoch, clock.getAsLong()));
        if (recent.size() > RECENT_EPOCHS) {
            recent.remove();
        }
    }

    /// `98.2k rows/s  ETA 0:12`, by the speed of the last epochs; how long it takes if it does not stop early.
    ///
    /// @param unit what stands behind the number of rows
    String speedText(String unit) {
        Epoch from = recent.element();
        double seconds = Math.max(1, clock.getAsLong() - from.nanos()) * 1e-9;
        double epochs = done() * started.epochs();
        double speed = (epochs - from.done()) / seconds;
        long left = speed > 0 ? Math.round((started.epochs() - epochs) / speed) : 0;
        return "%s%s  ETA %d:%02d".formatted(thousands(speed * started.rows()), unit, left / 60, left % 60);
    }

    private static String thousands(double value) {
        return value < 1000
                ? Numbers.fixed(value, 0)
                : value < 1e6 ? Numbers.fixed(value / 1e3, 1) + "k" : Numbers.fixed(value / 1e6, 1) + "M";
    }
}
