package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The command in a JVM of its own, as a shell sees it: signals, exit codes, closed pipes.
@EnabledOnOs(OS.LINUX)
class ProcessTest {
    private static final String INCUBATOR = "WARNING: Using incubator modules: jdk.incubator.vector";

    private static final Pattern STOPPED = Pattern.compile(
            "Stopped by a signal after step (?<step>\\S+) \\(epoch (?<epoch>\\d+)\\); the model of the best"
                    + " epoch, \\d+, is in .*onnx; --steps (?<steps>\\d+) gives it again\\.");

    @TempDir
    private static Path shared;

    private static Path numbers;

    @TempDir
    private Path folder;

    @BeforeAll
    static void write() throws IOException {
        List<String> lines = new ArrayList<>(List.of("a,b,y"));
        for (int row = 0; row < 4000; row++) {
            int a = row * 37 % 1013;
            int b = row * 53 % 977;
            lines.add(a + "," + b + "," + (a * b % 1009) / 10.0);
        }
        numbers = Files.write(shared.resolve("numbers.csv"), lines);
    }

    /// The command with its arguments; signals do what they do by default, even where a shell ignores them.
    private static List<String> command(Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    private static Object[] forEver(Path model, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "train", numbers, "--target", "y", "--epochs", 1_000_000, "--patience", 1_000_000, "--out", model));
        arguments.addAll(List.of(more));
        return arguments.toArray();
    }

    private Process trainForEver(Path model, Object... more) throws IOException {
        return new ProcessBuilder(command(forEver(model, more)))
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }

    private static void send(String signal, Process process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private static int exitCode(Process process) throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the command did not end");
        }
        return process.exitValue();
    }

    private static String awaitLine(BufferedReader lines, String start) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith(start)) {
            line = lines.readLine();
        }
        assertThat(line).as("a line that starts with %s", start).isNotNull();
        return line;
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void train_whenSignalled_writesTheBestEpochAndEndsWith130(String signal) throws Exception {
        Path model = folder.resolve("model.onnx");
        Process process = trainForEver(model);
        long steps;
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            awaitLine(err, "epoch ");
            send(signal, process);

            awaitLine(err, "Stopping after this batch; a second signal ends at once.");
            String stopped = awaitLine(err, "Stopped by a signal after ");
            Matcher sentence = STOPPED.matcher(stopped);
            assertThat(sentence.matches()).as(stopped).isTrue();
            steps = Long.parseLong(sentence.group("steps"));
            assertThat(sentence.group("step").replace(",", "")).isEqualTo(sentence.group("steps"));
            assertThat(Integer.parseInt(sentence.group("epoch"))).isEqualTo((int) Math.ceilDiv(steps, 80L));
        }
        assertThat(exitCode(process)).isEqualTo(130);
        assertThat(folder.resolve("out")).content().contains("Measured on 800 test rows");
        assertThat(Cli.files(folder)).containsExactly("model.onnx", "out");

        Path again = folder.resolve("again.onnx");
        Cli.Run limited = Cli.run(forEver(again, "--steps", steps, "--quiet")).isDone();
        assertThat(limited.out()).contains(" (" + Numbers.of(steps, "step") + ") in ");
        assertThat(again).hasSameBinaryContentAs(model);
    }

    /// It refuses `--steps`; a step is an epoch.
    @Test
    void train_byLbfgsWhenSignalled_saysWhichEpochsGiveTheModelAgain() throws Exception {
        Path model = folder.resolve("model.onnx");
        Process process = trainForEver(model, "--optimizer", "lbfgs", "--hidden", "50");
        String stopped;
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            awaitLine(err, "epoch ");
            send("INT", process);
            stopped = awaitLine(err, "Stopped by a signal after ");
        }
        assertThat(exitCode(process)).isEqualTo(130);
        Matcher advice =
                Pattern.compile(".*; (--epochs (\\d+)) gives it again\\.").matcher(stopped);
        assertThat(advice.matches()).as(stopped).isTrue();

        Path again = folder.resolve("again.onnx");
        String command = "--optimizer lbfgs --hidden 50 --target y --patience 1000000 --quiet " + advice.group(1);
        List<Object> arguments = new ArrayList<>(List.of("train", numbers, "--out", again));
        arguments.addAll(List.of(command.split(" ")));
        Cli.run(arguments.toArray()).isDone();
        assertThat(again).hasSameBinaryContentAs(model);
    }

    /// The command at a file that is a pipe: whoever opens its other end knows that it waits there.
    private Path pipe(String name) throws IOException, InterruptedException {
        Path pipe = folder.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }

    @ParameterizedTest
    @ValueSource(strings = {"train PIPE --target y --out OUT", "predict MODEL PIPE --out OUT", "evaluate MODEL PIPE"})
    void command_whenSignalledWhileItReads_endsWith130(String words) throws Exception {
        Path model = shared.resolve("read.onnx");
        if (words.contains("MODEL")) {
            Cli.run("train", numbers, "--target", "y", "--epochs", 1, "--out", model)
                    .isDone();
        }
        Path pipe = pipe("pipe.csv");
        Object[] arguments = words.replace("PIPE", pipe.toString())
                .replace("MODEL", model.toString())
                .replace("OUT", folder.resolve("written.csv").toString())
                .split(" ", -1);
        Process process = new ProcessBuilder(command(arguments)).start();
        try (OutputStream data = Files.newOutputStream(pipe)) {
            data.write("a,b,y\n1,2,3\n".getBytes(StandardCharsets.UTF_8));
            data.flush();
            send("TERM", process);

            assertThat(exitCode(process)).isEqualTo(130);
        }
        assertThat(process.errorReader(StandardCharsets.UTF_8).lines())
                .containsExactly(INCUBATOR, "Stopped by a signal; no file was written.");
        assertThat(process.inputReader(StandardCharsets.UTF_8).lines()).isEmpty();
        assertThat(Cli.files(folder)).containsExactly("pipe.csv");
    }

    @Test
    void train_whenSignalledWhileItWrites_writesTheWholeModel() throws Exception {
        Path pipe = pipe("model.onnx");
        Process process = new ProcessBuilder(
                        command("train", numbers, "--target", "y", "--epochs", 1, "--hidden", "300,300", "--out", pipe))
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        Path model = shared.resolve("piped.onnx");
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8);
                InputStream written = Files.newInputStream(pipe)) {
            send("TERM", process);
            awaitLine(err, "The training is over and its model is being written; a second signal ends at once.");
            Files.copy(written, model);
        }
        assertThat(exitCode(process)).isZero();
        Path again = shared.resolve("unpiped.onnx");
        Cli.run("train", numbers, "--target", "y", "--epochs", 1, "--hidden", "300,300", "--out", again)
                .isDone();
        assertThat(model).hasSameBinaryContentAs(again);
    }

    @Test
    void train_whenSignalledBeforeAnEpochWasEvaluated_writesNothing() throws Exception {
        Path model = Files.writeString(folder.resolve("model.onnx"), "the old model");
        Process process = trainForEver(model, "--validation", 0, "--patience", 1);
        assertThat(exitCode(process)).as("patience needs validation rows").isEqualTo(2);

        process = new ProcessBuilder(command(
                        "train", numbers, "--target", "y", "--epochs", 1_000_000, "--validation", 0, "--out", model))
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            awaitLine(err, "epoch ");
            send("TERM", process);

            assertThat(awaitLine(err, "Stopped by a signal after "))
                    .matches("Stopped by a signal after step \\S+ \\(epoch \\d+\\), before any epoch was evaluated;"
                            + " no model was written\\.");
        }
        assertThat(exitCode(process)).isEqualTo(130);
        assertThat(model).hasContent("the old model");
    }

    @Test
    void train_whenSignalledTwice_endsAtOnce() throws Exception {
        Path model = folder.resolve("model.onnx");
        Process process = trainForEver(model, "--hidden", "3000,3000", "--batch-size", 2560); // a batch takes seconds
        while (!Files.readString(folder.resolve("out")).contains("Network: ")) {
            Thread.sleep(20);
        }
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            send("TERM", process);
            awaitLine(err, "Stopping after this batch");
            send("TERM", process);

            assertThat(err.lines()).containsExactly("Stopped by a second signal.");
        }
        assertThat(exitCode(process)).isEqualTo(130);
        assertThat(model).doesNotExist();
    }

    @Test
    void predict_whoseReaderLeaves_endsInSilence() throws Exception {
        Path model = folder.resolve("model.onnx");
        Cli.run("train", Cli.PENGUINS, "--target", "species", "--epochs", 1, "--quiet", "--out", model)
                .isDone();
        Path large = folder.resolve("large.csv");
        List<String> penguins = Files.readAllLines(Cli.PENGUINS);
        List<String> lines = new ArrayList<>(penguins);
        for (int copy = 0; copy < 20; copy++) { // more than a pipe holds
            lines.addAll(penguins.subList(1, penguins.size()));
        }
        Files.write(large, lines);

        List<String> shell = new ArrayList<>(List.of("sh", "-c", "(\"$@\"; echo $? > \"$0\") | head -n 1"));
        shell.add(folder.resolve("code").toString());
        shell.addAll(command("predict", model, large));
        Process process = new ProcessBuilder(shell).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(exitCode(process)).isZero();
        assertThat(out).endsWith(",sex,prediction\n").hasLineCount(1);
        assertThat(err.strip()).isEqualTo(INCUBATOR);
        assertThat(folder.resolve("code")).hasContent("0\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"predict", "inspect"})
    void command_ontoAFullDisk_fails(String command) throws Exception {
        Path model = folder.resolve("model.onnx");
        Cli.run("train", Cli.PENGUINS, "--target", "species", "--epochs", 1, "--quiet", "--out", model)
                .isDone();
        List<String> words =
                command.equals("predict") ? command(command, model, Cli.PENGUINS) : command(command, model);

        Process process = new ProcessBuilder(words)
                .redirectOutput(Path.of("/dev/full").toFile())
                .start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(exitCode(process)).isEqualTo(1);
        assertThat(err.lines())
                .containsExactly(INCUBATOR, "neurite: Standard output cannot be written: No space left on device.");
    }

    @Test
    void train_ontoAFullDisk_fails() throws Exception {
        Cli.Run run =
                Cli.run("train", Cli.PENGUINS, "--target", "species", "--epochs", 1, "--quiet", "--out", "/dev/full");

        assertThat(run.err()).isEqualTo("neurite: Cannot write /dev/full: No space left on device.\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void train_withoutEnoughMemory_saysWhatToDo() throws Exception {
        List<String> words = command(
                "train", numbers, "--target", "y", "--hidden", "3000,3000", "--out", folder.resolve("model.onnx"));
        words.add(words.indexOf("-cp"), "-Xmx48m");
        Process process = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(exitCode(process)).isEqualTo(1);
        assertThat(err.lines())
                .containsExactly(
                        INCUBATOR,
                        "neurite: There is not enough memory (Java heap space); give the JVM more with"
                                + " NEURITE_JAVA_OPTIONS=-Xmx8g, or use less data or a smaller network.");
        assertThat(Cli.files(folder)).isEmpty();
    }

    @Test
    void usage_thatIsWrong_endsWith2() throws Exception {
        Process process = new ProcessBuilder(command("train", "nowhere.csv", "--target", "y")).start();

        assertThat(exitCode(process)).isEqualTo(2);
        assertThat(process.errorReader(StandardCharsets.UTF_8).lines())
                .containsExactly(INCUBATOR, "neurite: There is no file nowhere.csv.");
    }

    @Test
    void train_whereTheLocaleIsAscii_readsAndWritesUtf8() throws Exception {
        Path data = Cli.write(folder.resolve("d.csv"), "Größe,y", "1,größer", "2,kleiner", "3,größer", "4,kleiner");
        ProcessBuilder builder = new ProcessBuilder(
                command("train", data, "--target", "y", "--epochs", 1, "--quiet", "--out", folder.resolve("m.onnx")));
        builder.environment().put("LC_ALL", "POSIX");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(exitCode(process)).isZero();
        assertThat(out).contains("  Größe ", "größer, kleiner");
    }
}
