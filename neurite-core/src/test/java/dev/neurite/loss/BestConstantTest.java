package dev.neurite.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.data.ClassWeights;
import dev.neurite.data.Dataset;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.optimize.Schedule;
import dev.neurite.train.Trainer;
import org.junit.jupiter.api.Test;

/// A network that knows nothing of its rows predicts the constant that a loss makes best, which is known.
class BestConstantTest {
    private static final float[] NUMBERS = {1, 2, 3, 4, 100};
    private static final int[] CLASSES = {0, 0, 0, 0, 0, 0, 1, 1, 2, 2};

    private static float[] constant(Loss loss, int outputs, Dataset data) {
        return Trainer.of(loss)
                .withLearningRate(0.2)
                .withSchedule(Schedule.cosine())
                .withEpochs(4000)
                .withBatchSize(100)
                .fit(Network.of(1, Dense.linear(outputs)), data)
                .model()
                .predictor()
                .predict(new float[1]);
    }

    private static Dataset numbers(float... targets) {
        return Dataset.of(new float[targets.length][1], targets);
    }

    private static void assertClose(float[] constants, double... expected) {
        for (int j = 0; j < expected.length; j++) {
            assertThat((double) constants[j]).isCloseTo(expected[j], within(0.01 * Math.max(1, expected[j])));
        }
    }

    @Test
    void quantiles_ofElevenNumbers_areTheirOrderStatistics() {
        Dataset data = numbers(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertClose(constant(Loss.quantile(0.25, 0.5, 0.9), 3, data), 2, 5, 9);
    }

    @Test
    void absoluteError_ofNumbers_isTheirMedian() {
        assertClose(constant(Loss.meanAbsoluteError(), 1, numbers(NUMBERS)), 3);
    }

    @Test
    void squaredError_ofNumbers_isTheirMean() {
        assertClose(constant(Loss.meanSquaredError(), 1, numbers(NUMBERS)), 22);
    }

    /// The derivatives c − 1, …, c − 4 and the bound −2 of the outlier sum to 0 at c = (1 + 2 + 3 + 4 + 2)/4.
    @Test
    void huber_ofNumbersWithAnOutlier_isNearTheOthers() {
        assertClose(constant(Loss.huber(2), 1, numbers(NUMBERS)), (1 + 2 + 3 + 4 + 2) / 4.0);
    }

    @Test
    void poisson_ofCounts_isTheirMean() {
        assertClose(constant(Loss.poisson(), 1, numbers(0, 1, 1, 3, 10)), 3);
    }

    @Test
    void gaussian_ofNumbers_isTheirMeanAndVariance() {
        assertClose(constant(Loss.gaussian(), 2, numbers(-1, 0, 1, 4)), 1, 3.5);
    }

    @Test
    void crossEntropy_ofClasses_isTheirShares() {
        Dataset data = Dataset.of(new float[10][1], CLASSES);
        assertClose(constant(Loss.softmaxCrossEntropy(), 3, data), 0.6, 0.2, 0.2);
        assertClose(
                constant(Loss.softmaxCrossEntropy().withLabelSmoothing(0.3), 3, data),
                0.7 * 0.6 + 0.1,
                0.7 * 0.2 + 0.1,
                0.7 * 0.2 + 0.1);
        Dataset balanced = ClassWeights.balanced(data, 3).applyTo(data);
        assertClose(constant(Loss.softmaxCrossEntropy(), 3, balanced), 1 / 3.0, 1 / 3.0, 1 / 3.0);
    }

    @Test
    void kullbackLeibler_ofDistributions_isTheirMean() {
        Dataset data = Dataset.of(new float[2][1], new float[][] {{0.5f, 0.5f, 0}, {0.1f, 0.5f, 0.4f}});
        assertClose(constant(Loss.kullbackLeibler(), 3, data), 0.3, 0.5, 0.2);
    }

    @Test
    void sigmoid_balancedByPositiveWeights_isOneHalf() {
        Dataset data = Dataset.of(new float[4][1], new float[][] {{1, 0}, {0, 0}, {0, 1}, {0, 1}});
        assertClose(constant(Loss.sigmoidCrossEntropy(), 2, data), 0.25, 0.5);
        double[] weights = ClassWeights.positive(data);
        assertClose(constant(Loss.sigmoidCrossEntropy().withPositiveWeights(weights), 2, data), 0.5, 0.5);
    }
}
