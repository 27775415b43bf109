package dev.neurite.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.train.End;
import dev.neurite.train.EpochRecord;
import dev.neurite.train.TrainingEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvLogTest {
    private static void train(CsvLog log) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("rmse", 0.25);
        metrics.put("a, b", Double.NaN);
        log.on(new TrainingEvent.Started(5, 10, 2, 3));
        log.on(new TrainingEvent.EpochEnded(new EpochRecord(1, 0.5, Double.NaN, metrics), 1.5));
        log.on(new TrainingEvent.EpochEnded(new EpochRecord(2, 1e-9, 0.75, metrics), 3));
        log.on(new TrainingEvent.Finished(End.COMPLETED, 3));
    }

    private static final String LINES = """
            epoch,trainingLoss,validationLoss,rmse,"a, b",seconds
            1,0.5,,0.25,,1.5
            2,1.0E-9,0.75,0.25,,3.0
            """;

    @Test
    void on_epochs_writesALineForEach() {
        StringWriter written = new StringWriter();
        try (CsvLog log = CsvLog.to(written)) {
            train(log);
            assertThat(written).as("before it is closed").hasToString(LINES);
        }
    }

    @Test
    void to_file_replacesIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), "old");
        try (CsvLog log = CsvLog.to(file)) {
            train(log);
        }
        assertThat(file).hasContent(LINES);
    }

    @Test
    void to_folderThatIsNotThere_isRefused(@TempDir Path folder) {
        Path file = folder.resolve("none/log.csv");
        assertThatThrownBy(() -> CsvLog.to(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(file + " cannot be written");
    }
}
