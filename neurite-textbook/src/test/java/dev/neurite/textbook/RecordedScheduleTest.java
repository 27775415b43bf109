package dev.neurite.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.optimize.Schedule;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Schedules against what PyTorch computed.
class RecordedScheduleTest {
    private static final JsonNode SCHEDULES = Reference.read("torch-reference").get("schedules");

    @Test
    void cosine_40Steps_equalsTheRecordedSchedule() {
        double base = SCHEDULES.get("base_lr").doubleValue();
        Schedule cosine = Schedule.cosine(0.001);
        double[] rates = IntStream.range(0, 40)
                .mapToDouble(step -> cosine.at(base, step, 40))
                .toArray();
        double[] recorded = Reference.vector(SCHEDULES.get("cases").get("cosine_40_min_0.001"));
        assertThat(Errors.largest(rates, recorded, 0)).isLessThan(1e-12);
    }
}
