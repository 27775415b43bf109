package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @ParameterizedTest
    @ValueSource(strings = {"train", "predict", "evaluate", "inspect", "example", "gradcheck", "bench"})
    void help_ofACommand_hasExamplesAndFitsATerminal(String command) {
        Cli.Run run = Cli.run(command, "--help").isDone();

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Usage: neurite " + command)
                .contains("\nExample", "  neurite " + command + " ")
                .doesNotContain("null");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void help_ofAll_namesCommandsAndExitCodes() {
        assertThat(Cli.run("--help").isDone().out())
                .contains(
                        "  train ", "  predict ", "  evaluate ", "  inspect ", "  example ", "  gradcheck ", "  bench ")
                .contains("  130   stopped by Ctrl-C or SIGTERM");
    }

    @Test
    void version_isThatOfTheBuild() {
        assertThat(Cli.run("--version").isDone().out()).isEqualTo("Neurite " + Version.number() + "\n");
    }
}
