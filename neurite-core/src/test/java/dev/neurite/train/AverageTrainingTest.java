package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.metric.Evaluation;
import dev.neurite.metric.Metric;
import dev.neurite.network.BatchNorm;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.optimize.Average;
import dev.neurite.optimize.Ema;
import dev.neurite.optimize.Swa;
import dev.neurite.parameter.Parameters;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Slot;
import dev.neurite.random.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AverageTrainingTest {
    private static final Network NETWORK = Network.dense(2, List.of(40, 30), Activation.relu(), 0.1, 2);
    private static final Dataset DATA = Problems.ring(100, 0.2, Seed.of(1));
    private static final Trainer TRAINER =
            Trainer.forClassification().withLearningRate(0.02).withBatchSize(10).withEpochs(8);

    static List<Average> averages() {
        return List.of(new Ema(0.9, false), Average.exponential(0.95), new Swa(0.5));
    }

    /// The average is worked out again, in double precision, from a training that averages nothing.
    @ParameterizedTest
    @MethodSource("averages")
    void step_average_isThatOfTheParameters(Average average) {
        try (Training plain = new Training(TRAINER, NETWORK, DATA);
                Training averaging = new Training(TRAINER.withAverage(average), NETWORK, DATA)) {
            float[] start = plain.state().current().toVector();
            double[] expected = new double[start.length];
            for (int i = 0; i < start.length; i++) {
                expected[i] = start[i];
            }
            for (int epoch = 0; epoch < TRAINER.epochs(); epoch++) {
                plain.startEpoch(epoch);
                averaging.startEpoch(epoch);
                while (plain.hasNextStep()) {
                    plain.step();
                    averaging.step();
                    double share = average.share(plain.state().step(), 80, 10);
                    float[] now = plain.state().current().toVector();
                    for (int i = 0; i < now.length; i++) {
                        expected[i] += share * (now[i] - expected[i]);
                    }
                }
            }
            assertThat(averaging.state().current()).isEqualTo(plain.state().current());
            assertThat(averaging.state().average()).isNotEqualTo(plain.state().current());
            float[] actual = averaging.state().average().toVector();
            for (int i = 0; i < actual.length; i++) {
                assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-6));
            }
        }
    }

    @Test
    void fit_withoutValidation_givesTheAverage() {
        Trainer trainer = TRAINER.withAverage(Average.exponential(0.95));
        try (Training training = new Training(trainer, NETWORK, DATA)) {
            for (int epoch = 0; epoch < trainer.epochs(); epoch++) {
                training.startEpoch(epoch);
                while (training.hasNextStep()) {
                    training.step();
                }
            }
            assertThat(trainer.fit(NETWORK, DATA).model().parameters())
                    .isEqualTo(training.state().average());
        }
    }

    @Test
    void fit_withValidation_measuresAndKeepsTheAverage() {
        Dataset validation = Problems.ring(200, 0.2, Seed.of(2));
        TrainingResult result =
                TRAINER.withAverage(Average.exponential(0.95)).withEpochs(30).fit(NETWORK, DATA, validation);
        double best = result.history().get(result.bestEpoch() - 1).validationLoss();
        double ofModel = Evaluation.of(result.model().predictor(), validation, List.of(Metric.logLoss()))
                .get("logLoss");
        assertThat(ofModel).isCloseTo(best, within(1e-6));
        TrainingResult plain = TRAINER.withEpochs(30).fit(NETWORK, DATA, validation);
        assertThat(result.model()).isNotEqualTo(plain.model());
    }

    @Test
    void fit_anyThreads_givesTheSameBits() {
        Network wide = Network.dense(2, List.of(400, 400), Activation.relu(), 0, 2);
        Trainer trainer = TRAINER.withAverage(Average.exponential(0.95)).withEpochs(1);
        assertThat(trainer.withThreads(3).fit(wide, DATA).model())
                .isEqualTo(trainer.fit(wide, DATA).model());
    }

    @Test
    void step_runningStatistics_areCopied() {
        Network network = Network.of(2, Dense.of(8, Activation.tanh()), BatchNorm.standard(), Dense.linear(2));
        Trainer trainer = TRAINER.withAverage(new Ema(0.9, false));
        try (Training training = new Training(trainer, network, DATA)) {
            training.startEpoch(0);
            while (training.hasNextStep()) {
                training.step();
            }
            Parameters current = training.state().current();
            Parameters average = training.state().average();
            for (Slot slot : current.layout().slots()) {
                boolean same = average.at(slot, 0, 0) == current.at(slot, 0, 0);
                assertThat(same).as(slot.name()).isEqualTo(slot.role() == Role.STATISTIC);
            }
            assertThat(current.layout().slots()).anyMatch(slot -> slot.role() == Role.STATISTIC);
        }
    }
}
