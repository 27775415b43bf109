package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.network.Network;
import dev.neurite.optimize.Schedule;
import dev.neurite.random.Seed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitTest {
    private static final Network NETWORK = Network.dense(2, List.of(32, 32), Activation.tanh(), 0.1, 2);
    private static final Dataset DATA = Problems.ring(300, 0, Seed.of(1));
    private static final Trainer TRAINER = Trainer.forClassification()
            .withBatchSize(10)
            .withEpochs(1_000_000)
            .withSchedule(Schedule.cosine())
            .withEarlyStopping(EarlyStopping.never());

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 200})
    void fit_timeIsUp_givesWhatAsManyStepsGive(int milliseconds) {
        Dataset validation = Problems.ring(50, 0, Seed.of(2));
        TrainingResult timed =
                TRAINER.withMaxTime(Duration.ofMillis(milliseconds)).fit(NETWORK, DATA, validation);
        TrainingResult counted = TRAINER.withSteps(timed.steps()).fit(NETWORK, DATA, validation);

        assertThat(timed.end()).isEqualTo(End.TIME_UP);
        assertThat(timed.steps()).isPositive();
        assertThat(counted.end()).isEqualTo(End.STEP_LIMIT);
        assertThat(counted.history()).isEqualTo(timed.history());
        assertThat(counted.model()).isEqualTo(timed.model());
    }

    @Test
    void fit_timeIsUpInTheFirstStep_takesThatStep() {
        TrainingResult result = TRAINER.withMaxTime(Duration.ofNanos(1)).fit(NETWORK, DATA);
        assertThat(result.steps()).isEqualTo(1);
        assertThat(result.model())
                .isEqualTo(TRAINER.withSteps(1).fit(NETWORK, DATA).model());
    }

    @Test
    void fit_doneBeforeTheTimeIsUp_isComplete() {
        Trainer brief = TRAINER.withEpochs(2).withMaxTime(Duration.ofDays(1000 * 365));
        assertThat(brief.fit(NETWORK, DATA).end()).isEqualTo(End.COMPLETED);
    }

    @Test
    void withMaxTime_notPositive_isRefused() {
        assertThatThrownBy(() -> TRAINER.withMaxTime(Duration.ZERO))
                .hasMessage("Trainer.maxTime must be positive, got PT0S");
    }
}
