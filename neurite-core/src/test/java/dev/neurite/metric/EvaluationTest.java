package dev.neurite.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.data.Dataset;
import dev.neurite.initialize.Initializer;
import dev.neurite.loss.Link;
import dev.neurite.model.Model;
import dev.neurite.model.Predictor;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Models measured on data: what fits and what is refused, by its row.
class EvaluationTest {
    private static final float[][] INPUTS = {{1, 2}, {3, 4}, {5, 6}};

    /// Gives each of the outputs the value 1 before the link.
    private static Predictor ones(int outputs, Link link) {
        Network network = Network.of(2, Dense.linear(outputs).withStart(Initializer.zeros(), Initializer.constant(1)));
        return new Model(network, Program.forTraining(network, 1).initialize(Seed.of(0)), link).predictor();
    }

    private static void assertRefused(Dataset data, String sentence, Metric... metrics) {
        assertThatThrownBy(() -> Evaluation.of(ones(3, Link.SOFTMAX), data, List.of(metrics)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void evaluation_ofEqualProbabilities_isWorkedByHand() {
        assertThat(Evaluation.of(
                        ones(3, Link.SOFTMAX),
                        Dataset.of(INPUTS, new int[] {0, 2, 1}).withWeights(new float[] {2, 1, 1}),
                        List.of(Metric.accuracy())))
                .containsEntry("accuracy", 0.5);
        assertThat(Evaluation.of(
                        ones(1, Link.IDENTITY),
                        Dataset.of(INPUTS, new float[] {2, 4, -1}),
                        List.of(Metric.meanAbsolutePercentageError())))
                .containsEntry("mape", (0.5 + 0.75 + 2) / 3);
    }

    @Test
    void evaluation_onDataThatDoesNotFit_isRefusedWithItsRow() {
        assertRefused(
                Dataset.of(INPUTS, new int[] {0, 3, 1}),
                "data, row 1: class index must be a whole number k with 0 <= k < 3, got 3.0, as logLoss needs it",
                Metric.logLoss());
        assertRefused(
                Dataset.of(INPUTS, new int[] {0, 1, -1}),
                "data, row 2: class index must be a whole number k with 0 <= k < 3, got -1.0, as accuracy needs it",
                Metric.accuracy());
        assertRefused(
                Dataset.of(INPUTS, new int[] {0, 1, 2}).subset(new int[0]),
                "data must have at least one row, got none",
                Metric.accuracy());
        assertRefused(
                Dataset.of(new float[][] {{1}}, new int[] {0}), "data must have 2 inputs, got 1", Metric.accuracy());
        assertRefused(
                new OwnWeight(Dataset.of(INPUTS, new int[] {0, 1, 2}), Float.NaN),
                "data, row 1: weight must be finite and not negative, got NaN",
                Metric.accuracy());
    }

    @Test
    void mape_ofATargetOfZero_isRefusedWithItsRow() {
        assertThatThrownBy(() -> Evaluation.of(
                        ones(1, Link.IDENTITY),
                        Dataset.of(INPUTS, new float[] {2, 0, -1}),
                        List.of(Metric.rootMeanSquaredError(), Metric.meanAbsolutePercentageError())))
                .hasMessage("data, row 1: target must be finite and not 0, got 0.0, as mape needs it");
    }

    /// A dataset of the user's own, with a weight in its row 1.
    private record OwnWeight(Dataset all, float weight) implements Dataset {
        @Override
        public int size() {
            return all.size();
        }

        @Override
        public int inputs() {
            return all.inputs();
        }

        @Override
        public int targets() {
            return all.targets();
        }

        @Override
        public void copyInputs(int row, float[] to, int offset) {
            all.copyInputs(row, to, offset);
        }

        @Override
        public void copyTargets(int row, float[] to, int offset) {
            all.copyTargets(row, to, offset);
        }

        @Override
        public float weight(int row) {
            return row == 1 ? weight : 1;
        }

        @Override
        public boolean weighted() {
            return true;
        }
    }
}
