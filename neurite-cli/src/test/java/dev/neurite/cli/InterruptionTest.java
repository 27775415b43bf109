package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.train.StopSignal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(new ByteArrayOutputStream(), err, false);
    private int exits;
    private final Interruption interruption = new Interruption(console, () -> exits++);

    private String said() {
        return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void signalled_beforeTheTraining_ends() {
        interruption.signalled();
        console.say("a thread that has not ended yet");
        console.draw("epoch 1/4");

        assertThat(exits).isEqualTo(1);
        assertThat(said()).isEqualTo("Stopped by a signal; no file was written.\n");
    }

    @Test
    void signalled_whileTraining_asksItToStopAndThenEnds() {
        StopSignal stop = interruption.training();
        assertThat(stop.requested()).isFalse();

        interruption.signalled();
        interruption.finishing();
        assertThat(stop.requested()).isTrue();
        assertThat(exits).isZero();

        interruption.signalled();
        assertThat(exits).isEqualTo(1);
        assertThat(said())
                .isEqualTo("Stopping after this batch; a second signal ends at once.\nStopped by a second signal.\n");
    }

    @Test
    void signalled_afterTheTraining_letsTheModelBeWrittenAndThenEnds() {
        interruption.training();
        interruption.finishing();

        interruption.signalled();
        assertThat(exits).isZero();

        interruption.signalled();
        assertThat(exits).isEqualTo(1);
        assertThat(said()).isEqualTo("""
                        The training is over and its model is being written; a second signal ends at once.
                        Stopped by a second signal.
                        """);
    }
}
