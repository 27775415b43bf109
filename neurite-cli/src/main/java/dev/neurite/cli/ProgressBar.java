package dev.neurite.cli;

import dev.neurite.train.TrainingEvent;
import dev.neurite.train.TrainingListener;

/// Draws the progress of a training on one line of a terminal, again and again.
final class ProgressBar implements TrainingListener {
    private static final int WIDTH = 79;
    private static final int WIDEST_BAR = 20;
    private static final long NANOS_BETWEEN_DRAWINGS = 100_000_000;

    private final Console console;
    private final Pace pace = new Pace();
    private long drawn = System.nanoTime();

    ProgressBar(Console console) {
        this.console = console;
    }

    @Override
    public void on(TrainingEvent event) {
        pace.on(event);
        if (event instanceof TrainingEvent.Finished) {
            console.draw(" ".repeat(WIDTH));
            console.draw("");
        } else if (System.nanoTime() - drawn > NANOS_BETWEEN_DRAWINGS) {
            console.draw(line());
            drawn = System.nanoTime();
        }
    }

    private String line() {
        String left = "epoch " + pace.epochText() + " ";
        String right = " " + pace.measuredText() + "  " + pace.speedText("/s");
        int bar = Math.min(WIDEST_BAR, WIDTH - left.length() - right.length() - 2);
        String line = bar < 2 ? left + right : left + bar(bar) + right;
        return TextTable.shortened(line + " ".repeat(Math.max(0, WIDTH - line.length())), WIDTH);
    }

    private String bar(int width) {
        int filled = (int) Math.round(pace.done() * width);
        return "[" + "=".repeat(filled) + " ".repeat(width - filled) + "]";
    }
}
