package dev.neurite.cli;

import java.io.Serial;

/// A command that cannot go on, with the sentence to show and the exit code.
final class CommandFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /// Wrong usage or unusable input.
    static CommandFailure usage(String sentence) {
        return new CommandFailure(ExitCode.USAGE, sentence);
    }

    /// Something failed on the way.
    static CommandFailure running(String sentence) {
        return new CommandFailure(ExitCode.FAILED, sentence);
    }

    int exitCode() {
        return exitCode;
    }
}
