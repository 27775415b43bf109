package dev.neurite.cli;

import dev.neurite.train.StopSignal;

/// What Ctrl-C and SIGTERM do: a command ends at once, but a training after its batch, in good order, and with it the
/// writing of its model; a second signal ends these at once too.
final class Interruption {
    private enum Phase {
        /// There is nothing to keep.
        WORKING,
        TRAINING,
        /// The training is over, its model is being written and measured.
        FINISHING,
        /// The next signal is the second.
        SIGNALLED
    }

    private final Console console;
    private final Runnable exit;
    private final StopSignal stop = new StopSignal();
    private Phase phase = Phase.WORKING;

    /// Ends the JVM, temporary files removed.
    Interruption(Console console) {
        this(console, () -> System.exit(ExitCode.INTERRUPTED));
    }

    /// @param exit ends the JVM
    Interruption(Console console, Runnable exit) {
        this.console = console;
        this.exit = exit;
    }

    /// A signal came.
    synchronized void signalled() {
        switch (phase) {
            case WORKING -> end("Stopped by a signal; no file was written.");
            case TRAINING -> await("Stopping after this batch; a second signal ends at once.");
            case FINISHING ->
                await("The training is over and its model is being written; a second signal ends at once.");
            case SIGNALLED -> end("Stopped by a second signal.");
        }
    }

    private void await(String sentence) {
        phase = Phase.SIGNALLED;
        stop.request();
        console.say(sentence);
    }

    private void end(String sentence) {
        console.sayLast(sentence);
        exit.run();
    }

    /// The training begins.
    ///
    /// @return what asks it to stop
    synchronized StopSignal training() {
        phase = Phase.TRAINING;
        return stop;
    }

    /// The training is over.
    synchronized void finishing() {
        if (phase == Phase.TRAINING) {
            phase = Phase.FINISHING;
        }
    }
}
