package dev.neurite.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.data.Dataset;
import dev.neurite.optimize.Adadelta;
import dev.neurite.optimize.Adagrad;
import dev.neurite.optimize.Adam;
import dev.neurite.optimize.Adamax;
import dev.neurite.optimize.AmsGrad;
import dev.neurite.optimize.NAdam;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.RAdam;
import dev.neurite.optimize.RmsProp;
import dev.neurite.optimize.Schedule;
import dev.neurite.optimize.Sgd;
import dev.neurite.train.Trainer;
import dev.neurite.train.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Short trainings of the fast engine against the same ones of the textbook: mini-batches, dropout, weights,
/// decay, schedule.
class EngineTrainingTest {
    private static final int STEPS = 20;
    private static final int BATCH_SIZE = 16;

    /// The later ones with a large epsilon: with a small one, a step is as long for a gradient that is nothing but
    /// rounding as for any other.
    static List<Optimizer> optimizers() {
        return List.of(
                Adam.standard(),
                new Adam(0.8, 0.99, 1e-6, 0.05, false),
                Adam.decoupled(0.3),
                new Sgd(0.9, 0, true, 0.05),
                new Sgd(0.7, 0.2, false, 0),
                new AmsGrad(0.9, 0.99, 1e-4, 0.1, true),
                new Adamax(0.9, 0.999, 1e-4, 0.01),
                new NAdam(0.9, 0.999, 1e-4, 0.01, 0.004, false),
                new RAdam(0.9, 0.999, 1e-4, 0.01),
                new RmsProp(0.99, 1e-3, 0.01, 0.5, true),
                new Adagrad(1e-6, 0.01, 0.1, 0.1),
                Adadelta.standard().withWeightDecay(0.01));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void step_twentySteps_agree(Optimizer optimizer) {
        Property.holds(12, draws -> assertAgree(RandomCase.draw(draws, 3, 40, 100), optimizer));
    }

    private static void assertAgree(RandomCase drawn, Optimizer optimizer) {
        RecordingDataset data = new RecordingDataset(withPositiveWeights(drawn.batch()));
        Trainer trainer = Trainer.of(drawn.loss())
                .withOptimizer(optimizer)
                .withLearningRate(learningRate(optimizer))
                .withSchedule(Schedule.cosine(0.0001).afterWarmup(5))
                .withBatchSize(BATCH_SIZE)
                .withEpochs(STEPS)
                .withSeed(drawn.step());
        try (Training training = new Training(trainer, drawn.network(), data)) {
            TextbookNetwork network = TextbookNetwork.of(drawn.network());
            TextbookTraining textbook = new TextbookTraining(
                    network,
                    TextbookLoss.of(drawn.loss()),
                    TextbookOptimizer.of(optimizer, network.decays()),
                    network.vector(training.state().current()));
            long planned = (long) STEPS * training.stepsPerEpoch();
            for (int step = 0; step < STEPS; step++) {
                if (!training.hasNextStep()) {
                    training.startEpoch(step / training.stepsPerEpoch());
                }
                double loss = training.step();
                double expected = textbook.step(
                        data.batch.rows(data.rowsOfStep()),
                        DropoutMasks.ofEngine(drawn.network(), training.state().seed(), step),
                        trainer.schedule().at(trainer.learningRate(), step, planned));
                assertThat(loss).as("loss of step %d", step).isCloseTo(expected, within(1e-5 * expected));
            }
            assertThat(Errors.ofNorm(network.vector(training.state().current()), textbook.parameters()))
                    .isLessThan(1e-5);
        }
    }

    /// The first steps of RMSprop are ten times the learning rate, whatever the gradient: at its default they
    /// lead so far that the training magnifies what float rounds.
    private static double learningRate(Optimizer optimizer) {
        return optimizer.defaultLearningRate() * (optimizer instanceof RmsProp ? 0.1 : 1);
    }

    /// A batch may not consist of rows of weight 0 alone.
    private static Batch withPositiveWeights(Batch batch) {
        return batch.withWeights(
                Arrays.stream(batch.weights()).map(w -> Math.max(w, 0.125)).toArray());
    }

    /// Notes which rows were asked for, so that the textbook can take the same batches.
    private static final class RecordingDataset implements Dataset {
        private final Batch batch;
        private final List<Integer> asked = new ArrayList<>();
        private int[] rows = {};

        RecordingDataset(Batch batch) {
            this.batch = batch;
        }

        /// The rows asked for since the last call; a batch of all rows is asked for once and used again.
        int[] rowsOfStep() {
            if (!asked.isEmpty()) {
                rows = asked.stream().mapToInt(row -> row).toArray();
                asked.clear();
            }
            return rows;
        }

        @Override
        public int size() {
            return batch.size();
        }

        @Override
        public int inputs() {
            return batch.x()[0].length;
        }

        @Override
        public int targets() {
            return batch.targets()[0].length;
        }

        @Override
        public void copyInputs(int row, float[] to, int offset) {
            asked.add(row);
            copy(batch.x()[row], to, offset);
        }

        @Override
        public void copyTargets(int row, float[] to, int offset) {
            copy(batch.targets()[row], to, offset);
        }

        @Override
        public float weight(int row) {
            return (float) batch.weights()[row];
        }

        @Override
        public boolean weighted() {
            return true;
        }

        private static void copy(double[] from, float[] to, int offset) {
            for (int j = 0; j < from.length; j++) {
                to[offset + j] = (float) from[j];
            }
        }
    }
}
