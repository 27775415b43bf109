package dev.neurite.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command `neurite`.
@Command(
        name = "neurite",
        description = "Feed-forward neural networks: from a table to a trained model.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main {
    private Main() {}

    /// Runs the command and ends the JVM with its exit code.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
