package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.train.Divergence;
import dev.neurite.train.End;
import dev.neurite.train.EpochRecord;
import dev.neurite.train.TrainingEvent;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLinesLogTest {
    @Test
    void on_events_writesALineForEach() {
        StringWriter written = new StringWriter();
        JsonLinesLog log = new JsonLinesLog(written);
        EpochRecord measured = new EpochRecord(1, 0.5, Double.NaN, Map.of("rmse", 0.25));
        log.on(new TrainingEvent.Started(5, 10, 2, 3));
        log.on(new TrainingEvent.Progress(1, 1, 0.7));
        log.on(new TrainingEvent.EpochEnded(measured, 1.5));
        log.on(new TrainingEvent.Improved(measured));
        log.on(new TrainingEvent.Diverged(new Divergence("layer 2 (Dense)", 2, 7, Double.NaN)));
        log.on(new TrainingEvent.Finished(End.DIVERGED, 3));

        assertThat(written).hasToString("""
                {"event":"started","parameters":5,"rows":10,"stepsPerEpoch":2,"epochs":3}
                {"event":"epochEnded","epoch":1,"trainingLoss":0.5,"validationLoss":null,"metrics":{"rmse":0.25},"seconds":1.5}
                {"event":"improved","epoch":1}
                {"event":"diverged","epoch":2,"step":7,"place":"layer 2 (Dense)"}
                {"event":"finished","end":"DIVERGED","seconds":3.0}
                """);
    }
}
