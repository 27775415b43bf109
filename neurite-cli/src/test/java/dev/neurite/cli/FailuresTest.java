package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(new ByteArrayOutputStream(), err, false);

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void error_inNeurite_isOneLine() {
        int exitCode = new Failures(console, () -> false).handle(new IllegalStateException("two\nlines"));

        assertThat(exitCode).isEqualTo(1);
        assertThat(said())
                .isEqualTo(
                        "neurite: This is an error in Neurite, please report it: java.lang.IllegalStateException: two"
                                + " lines (--verbose shows where)" + System.lineSeparator())
                .hasLineCount(1);
    }

    @Test
    void error_inNeurite_showsItsTraceWhenAsked() {
        int exitCode = new Failures(console, () -> true).handle(new IllegalStateException("no"));

        assertThat(exitCode).isEqualTo(1);
        assertThat(said()).contains("at dev.neurite.cli.FailuresTest.error_inNeurite_showsItsTraceWhenAsked");
    }
}
