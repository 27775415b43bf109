package dev.neurite.cli;

import dev.neurite.onnx.ModelFormatException;
import dev.neurite.table.DataFormatException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Turns whatever ends a command into one sentence and an exit code. A stack trace is shown for nothing but an error
/// in Neurite itself, and only with `--verbose`.
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Console console;
    private final BooleanSupplier verbose;

    /// @param verbose whether to show where an error in Neurite itself came from
    Failures(Console console, BooleanSupplier verbose) {
        this.console = console;
        this.verbose = verbose;
    }

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        String command = exception.getCommandLine().getCommandSpec().qualifiedName();
        say(UsageSentence.of(exception) + " (" + command + " --help explains its usage)");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine commandLine, ParseResult parsed) {
        return handle(exception);
    }

    /// Says what happened.
    ///
    /// @return the exit code
    int handle(Throwable thrown) {
        return switch (thrown) {
            case CommandFailure failure -> say(failure, failure.exitCode());
            case DataFormatException refused -> say(refused, ExitCode.USAGE);
            case ModelFormatException refused -> say(refused, ExitCode.USAGE);
            case OutOfMemoryError full -> {
                say(
                        "There is not enough memory (" + full.getMessage()
                                + "); give the JVM more with NEURITE_JAVA_OPTIONS=-Xmx8g, or use less data or a smaller network.");
                yield ExitCode.FAILED;
            }
            default -> {
                say("This is an error in Neurite, please report it: " + thrown
                        + (verbose.getAsBoolean() ? "" : " (--verbose shows where)"));
                if (verbose.getAsBoolean()) {
                    console.trace(thrown);
                }
                yield ExitCode.FAILED;
            }
        };
    }

    private int say(Exception exception, int exitCode) {
        say(String.valueOf(exception.getMessage()));
        return exitCode;
    }

    private void say(String sentence) {
        console.say("neurite: " + sentence);
    }
}
