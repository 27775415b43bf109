package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs the command line inside the test's own JVM.
final class Cli {
    static final Path PENGUINS = Path.of("").toAbsolutePath().resolveSibling("examples/data/penguins.csv");

    private Cli() {}

    /// How a command ended and what it said.
    record Run(int exitCode, String out, String err) {
        /// Checks that the command was refused with this one sentence and nothing else.
        void isRefusedWith(String sentence) {
            assertThat(err).isEqualTo("neurite: " + sentence + "\n");
            assertThat(out).isEmpty();
            assertThat(exitCode).isEqualTo(2);
        }

        Run isDone() {
            assertThat(exitCode).as(err).isZero();
            return this;
        }

        JsonNode json() {
            assertThat(out.lines()).hasSize(1);
            return JsonMapper.shared().readTree(out);
        }
    }

    /// @param arguments texts and paths
    static Run run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        Console console = new Console(out, err, false);
        int exitCode = Main.run(console, new Interruption(console), texts);
        return new Run(exitCode, text(out), text(err));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    /// The names of the files in a folder.
    static List<String> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes lines to a file.
    static Path write(Path file, String... lines) {
        try {
            return Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
