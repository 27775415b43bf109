package dev.neurite.cli;

/// How a command ends, for the shell.
final class ExitCode {
    /// Done.
    static final int DONE = 0;
    /// Failed while running.
    static final int FAILED = 1;
    /// Wrong usage or unusable input.
    static final int USAGE = 2;
    /// Stopped by Ctrl-C or SIGTERM: 128 and the number of the former.
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
