package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Input that is refused: one sentence that says where, what and what would be right, exit code 2, nothing left behind.
abstract class RefusedInput {
    @TempDir
    Path folder;

    Path out;
    private List<String> before = List.of();

    @BeforeEach
    void name() {
        out = folder.resolve("out.onnx");
    }

    /// Runs a command, and remembers which files were there before.
    Cli.Run run(Object... arguments) {
        before = Cli.files(folder);
        return Cli.run(arguments);
    }

    Path data(String name, String... lines) {
        return Cli.write(folder.resolve(name), lines);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(Cli.files(folder)).isEqualTo(before);
    }
}
