package dev.neurite.cli;

import dev.neurite.train.StopSignal;

/// Lets Ctrl-C and SIGTERM end a training in good order: the first asks it to stop after its batch, the second ends
/// the JVM at once.
final class Interruption implements AutoCloseable {
    private final Console console;
    private final StopSignal stop = new StopSignal();
    private final Runnable halt;
    private final Signals signals;

    Interruption(Console console) {
        this(console, () -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED));
    }

    /// @param halt ends the JVM
    Interruption(Console console, Runnable halt) {
        this.console = console;
        this.halt = halt;
        this.signals = new Signals(this::signalled, "INT", "TERM");
    }

    synchronized void signalled() {
        if (stop.requested()) {
            halt.run();
        } else {
            stop.request();
            console.say("Stopping after this batch; a second signal ends at once.");
        }
    }

    /// Asks the training to stop.
    StopSignal stop() {
        return stop;
    }

    /// Whether a signal came.
    boolean happened() {
        return stop.requested();
    }

    @Override
    public void close() {
        signals.close();
    }
}
