package dev.neurite.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples of the README compile and run.
class HelloTest {
    private static final Path EXAMPLES = Sources.ROOT.resolve("examples");

    @TempDir
    Path folder;

    @Test
    void hello_fromArrays_predictsTheQuadrant() {
        String[] probabilities = run("Hello").replaceAll("[\\[\\]]", "").split(",");
        assertThat(probabilities).hasSize(2);
        assertThat(Double.parseDouble(probabilities[1])).isGreaterThan(0.9);
    }

    @Test
    void helloTable_fromPenguins_measuresAndWritesAModel() throws IOException {
        Files.createDirectories(folder.resolve("examples/data"));
        Files.copy(EXAMPLES.resolve("data/penguins.csv"), folder.resolve("examples/data/penguins.csv"));
        List<String> lines = run("HelloTable").lines().toList();
        assertThat(lines.get(0)).startsWith("{accuracy=").contains("logLoss=", "auc=");
        assertThat(lines.get(1)).startsWith("Adelie ");
        assertThat(folder.resolve("penguins.onnx")).isNotEmptyFile();
    }

    /// Java compiles a single source file before it runs it.
    private String run(String example) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--class-path",
                            System.getProperty("java.class.path"),
                            EXAMPLES.resolve("hello/src/main/java/" + example + ".java")
                                    .toString())
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
            return output.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
