package dev.neurite.cli;

import dev.neurite.train.TrainingEvent;
import dev.neurite.train.TrainingListener;

/// Tells the progress of a training in at most about twenty plain lines, for logs.
final class ProgressLines implements TrainingListener {
    private static final int LINES = 20;

    private final Console console;
    private final Pace pace = new Pace();

    ProgressLines(Console console) {
        this.console = console;
    }

    @Override
    public void on(TrainingEvent event) {
        pace.on(event);
        if (event instanceof TrainingEvent.EpochEnded && isShown(pace.epoch())) {
            console.say("epoch " + pace.epochText() + "  " + pace.measuredText() + "  " + pace.speedText(" rows/s"));
        }
    }

    private boolean isShown(int epoch) {
        return epoch == 1 || epoch == pace.epochs() || epoch % Math.ceilDiv(pace.epochs(), LINES) == 0;
    }
}
