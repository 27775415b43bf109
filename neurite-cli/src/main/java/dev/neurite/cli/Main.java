package dev.neurite.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command `neurite`.
@SuppressWarnings("NullAway.Init") // picocli sets the fields
@Command(
        name = "neurite",
        description = "Feed-forward neural networks: from a table to a trained model.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  neurite train penguins.csv --target species",
            "  neurite predict model.onnx penguins.csv -o predictions.csv",
            "  neurite train --help"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed while running",
            "2:wrong usage or unusable input",
            "130:stopped by Ctrl-C or SIGTERM"
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show where an error in Neurite itself came from.")
    private boolean verbose;

    private Main() {}

    /// Runs the command and ends the JVM with its exit code.
    public static void main(String[] arguments) {
        StandardOutput out = new StandardOutput();
        Console console = new Console(out, new FileOutputStream(FileDescriptor.err), Terminal.isThere());
        Interruption interruption = new Interruption(console);
        Signals.take(interruption::signalled, "INT", "TERM");
        int exitCode = run(console, interruption, arguments);
        if (out.problem() != null && exitCode == ExitCode.DONE) {
            console.say("neurite: Standard output cannot be written: " + out.problem() + ".");
            exitCode = ExitCode.FAILED;
        }
        System.exit(exitCode);
    }

    /// Runs the command.
    ///
    /// @param interruption what signals do
    /// @return its exit code
    static int run(Console console, Interruption interruption, String... arguments) {
        Main main = new Main();
        Failures failures = new Failures(console, () -> main.verbose);
        CommandLine commandLine = new CommandLine(main)
                .addSubcommand(new TrainCommand(console, interruption))
                .addSubcommand(new PredictCommand(console))
                .addSubcommand(new EvaluateCommand(console))
                .addSubcommand(new InspectCommand(console))
                .addSubcommand(new ExampleCommand(console))
                .addSubcommand(new GradcheckCommand(console))
                .addSubcommand(new BenchCommand(console));
        commandLine
                .registerConverter(Real.class, new Real.Converter())
                .setOut(new PrintWriter(console.results(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setExpandAtFiles(false); // a file or column may well be called @1
        try {
            KernelSetting.check();
            return commandLine.execute(arguments);
        } catch (CommandFailure wrong) {
            return failures.handle(wrong);
        } catch (OutOfMemoryError | StackOverflowError error) {
            return failures.handle(error);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "A command is needed: train, predict, evaluate, inspect, example, gradcheck or bench.");
    }
}
