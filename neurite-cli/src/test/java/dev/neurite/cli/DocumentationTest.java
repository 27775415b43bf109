package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// `docs/command-line.md` says what the command does.
class DocumentationTest {
    private static final Path PAGE = Path.of("").toAbsolutePath().resolveSibling("docs/command-line.md");

    private static List<OptionSpec> options() {
        Console console = new Console(new ByteArrayOutputStream(), new ByteArrayOutputStream(), false);
        return new CommandLine(new TrainCommand(console, new Interruption(console)))
                .getCommandSpec().options().stream()
                        .filter(option -> !option.usageHelp() && !option.versionHelp())
                        .toList();
    }

    /// The rows of the table of the section `train`.
    private static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals("## train"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `-"))
                .toList();
    }

    static Stream<OptionSpec> train_everyOption_isInTheTableWithItsDefault() {
        return options().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void train_everyOption_isInTheTableWithItsDefault(OptionSpec option) throws IOException {
        List<String> rows = rows().stream()
                .filter(line -> line.contains("`" + option.longestName() + " ")
                        || line.contains("`" + option.longestName() + "`"))
                .toList();
        assertThat(rows).as(option.longestName()).hasSize(1);
        if (String.join("", option.description()).contains("(default: ${DEFAULT-VALUE})")) {
            String[] cells = rows.getFirst().split("\\|", -1);
            assertThat(cells[cells.length - 2].replace("`", "").strip()).isEqualTo(option.defaultValueString());
        }
    }

    @Test
    void table_everyRow_isAnOption() throws IOException {
        assertThat(options()).hasSameSizeAs(rows());
    }
}
