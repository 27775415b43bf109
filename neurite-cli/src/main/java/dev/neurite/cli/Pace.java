package dev.neurite.cli;

import dev.neurite.train.EpochRecord;
import dev.neurite.train.TrainingEvent;
import org.jspecify.annotations.Nullable;

/// How far a training is and how fast it goes, from its events and a clock.
final class Pace {
    private final MetricUnits units;
    private final long began = System.nanoTime();
    private TrainingEvent.Started started = new TrainingEvent.Started(0, 0, 1, 1);
    private int epoch = 1;
    private int stepOfEpoch;
    private double trainingLoss = Double.NaN;
    private @Nullable EpochRecord measured;

    Pace(MetricUnits units) {
        this.units = units;
    }

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
            units.of(measured)
                    .forEach((name, value) ->
                            text.append("  ").append(name).append(' ').append(Numbers.text(value)));
        }
        return text.toString();
    }

    /// The share of all steps that is done.
    double done() {
        return (epoch - 1 + (double) stepOfEpoch / started.stepsPerEpoch()) / started.epochs();
    }

    /// `98.2k rows/s  ETA 0:12`; how long it takes if it does not stop early.
    ///
    /// @param unit what stands behind the number of rows
    String speedText(String unit) {
        double seconds = (System.nanoTime() - began) * 1e-9;
        double rows = done() * started.epochs() * started.rows();
        long left = done() > 0 ? Math.round(seconds / done() - seconds) : 0;
        return "%s%s  ETA %d:%02d".formatted(thousands(rows / seconds), unit, left / 60, left % 60);
    }

    private static String thousands(double value) {
        return value < 1000
                ? Numbers.fixed(value, 0)
                : value < 1e6 ? Numbers.fixed(value / 1e3, 1) + "k" : Numbers.fixed(value / 1e6, 1) + "M";
    }
}
