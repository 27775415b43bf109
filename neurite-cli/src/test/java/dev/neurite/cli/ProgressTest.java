package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.train.End;
import dev.neurite.train.EpochRecord;
import dev.neurite.train.TrainingEvent;
import dev.neurite.train.TrainingListener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Console console(boolean terminal) {
        return new Console(new ByteArrayOutputStream(), err, terminal);
    }

    private List<String> drawn() {
        return Arrays.stream(err.toString(StandardCharsets.UTF_8).split("[\r\n]+"))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /// Tells a listener of four epochs of ten steps of 100 rows.
    private static void train(TrainingListener listener, long pause) throws InterruptedException {
        listener.on(new TrainingEvent.Started(50, 1000, 10, 4));
        for (int epoch = 1; epoch <= 4; epoch++) {
            Thread.sleep(pause);
            listener.on(new TrainingEvent.Progress(epoch, 5, 1.0 / epoch));
            Thread.sleep(pause);
            EpochRecord measured = new EpochRecord(epoch, 1.0 / epoch, 2.0 / epoch, Map.of("rmse", 0.5 / epoch));
            listener.on(new TrainingEvent.EpochEnded(measured, 1));
        }
        listener.on(new TrainingEvent.Finished(End.COMPLETED, 1));
    }

    @Test
    void bar_onATerminal_drawsOneLineAgainAndClearsIt() throws InterruptedException {
        train(new ProgressBar(console(true)), 110);

        assertThat(drawn()).allMatch(line -> line.length() == 79);
        assertThat(drawn().getFirst()).matches("epoch 1/4 \\[=== +] train 1\\.0000  \\S+/s  ETA \\d:\\d\\d +");
        assertThat(drawn().get(7)).startsWith("epoch 4/4 [").contains("] train 0.2500  valid 0.5000  rmse 0.1250  ");
        assertThat(drawn().getLast()).isBlank();
        assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("\r").doesNotContain("\n");
    }

    @Test
    void bar_ofFastEvents_isDrawnSeldom() throws InterruptedException {
        ProgressBar bar = new ProgressBar(console(true));
        for (int times = 0; times < 1000; times++) {
            train(bar, 0);
        }

        assertThat(drawn().stream().filter(line -> !line.isBlank())).hasSizeLessThan(100);
    }

    @Test
    void lines_elsewhere_areOneAnEpoch() throws InterruptedException {
        train(new ProgressLines(console(false)), 1);

        assertThat(drawn()).hasSize(4);
        assertThat(drawn().get(1))
                .matches("epoch 2/4  train 0\\.5000  valid 1\\.0000  rmse 0\\.2500  \\S+ rows/s  ETA 0:00");
    }

    @Test
    void say_overADrawnLine_startsANewOne() {
        Console console = console(true);
        console.draw("epoch 1/4");
        console.say("Stopping.");
        console.say("Stopped.");

        assertThat(err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"))
                .isEqualTo("\repoch 1/4\nStopping.\nStopped.\n");
    }

    @Test
    void print_ofControlCharacters_doesNotPassThem() {
        console(false).say("a\u001b[31mred\u0007\nb");

        assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo("a\ufffd[31mred\ufffd b");
    }

    @Test
    void pace_afterASlowStart_tellsTheTimeLeftByTheLastEpochs() {
        long[] nanos = {0};
        Pace pace = new Pace(() -> nanos[0]);
        pace.on(new TrainingEvent.Started(50, 1000, 10, 100));
        for (int epoch = 1; epoch <= 20; epoch++) {
            nanos[0] += epoch <= 5 ? 30_000_000_000L : 1_000_000_000L;
            pace.on(new TrainingEvent.EpochEnded(new EpochRecord(epoch, 1, 2, Map.of("rmse", 0.5)), 1));
        }

        assertThat(pace.speedText(" rows/s")).isEqualTo("1.0k rows/s  ETA 1:20");
    }
}
