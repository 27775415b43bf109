package dev.neurite.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.train.Training;
import org.junit.jupiter.api.Test;

class StepBenchmarkTest {
    private static StepBenchmark named(String name) {
        return StepBenchmark.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// Worked by hand: 2·32·(3·16·64 + 3·64·64 + 3·64·2 − 16·64).
    @Test
    void operations_ofThreeLayers_areThoseOfTheirProducts() {
        assertThat(named("tab 16-64-64-2 b32 adam ce").operations()).isEqualTo(942_080);
    }

    @Test
    void training_ofEachSmallCase_fitsItsBatch() {
        for (String name : new String[] {"x2 1-15-1 b1000 sgd mse", "tab 16-64-64-2 b32 adam ce"}) {
            try (Training training = named(name).training(1)) {
                training.startEpoch(0);
                double before = training.step();
                double after = before;
                for (int i = 0; i < 300; i++) {
                    after = training.repeatStep();
                }
                assertThat(after).as(name).isLessThan(before);
                assertThat(training.state().step()).isEqualTo(301);
            }
        }
    }
}
