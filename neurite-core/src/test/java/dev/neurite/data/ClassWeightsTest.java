package dev.neurite.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.loss.Loss;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.train.Trainer;
import org.junit.jupiter.api.Test;

class ClassWeightsTest {
    private static final float[][] INPUTS = {{0}, {1}, {2}, {3}, {4}, {5}};
    private static final Dataset DATA = Dataset.of(INPUTS, new int[] {0, 0, 0, 2, 2, 0});

    @Test
    void balanced_twoClassesOfThreePresent_isRowsByClassesAndRowsOfAClass() {
        // scikit-learn: compute_class_weight("balanced", classes=[0, 2], y=[0, 0, 0, 2, 2, 0]) is [0.75, 1.5]
        assertThat(ClassWeights.balanced(DATA, 3).values()).containsExactly(0.75, 1.0, 1.5);
    }

    @Test
    void balanced_weightedRows_countsTheirWeights() {
        Dataset weighted = DATA.withWeights(new float[] {1, 1, 0, 4, 0, 2});
        assertThat(ClassWeights.balanced(weighted, 3).values()).containsExactly(1.0, 1.0, 1.0);
    }

    @Test
    void applyTo_weightedRows_multipliesBothWeights() {
        Dataset weighted = ClassWeights.of(2, 1, 0.5).applyTo(DATA.withWeights(new float[] {1, 1, 0, 4, 1, 2}));
        assertThat(weights(weighted)).containsExactly(2, 2, 0, 2, 0.5f, 4);
    }

    @Test
    void positive_multiLabel_isZerosByOnes() {
        Dataset data = Dataset.of(new float[4][1], new float[][] {{1, 0, 1}, {0, 0, 1}, {0, 0, 1}, {0, 1, 1}});
        assertThat(ClassWeights.positive(data)).containsExactly(3, 3, 1);
    }

    /// Two copies of a row are a row of weight 2.
    @Test
    void applyTo_wholeWeights_trainsLikeRepeatedRows() {
        Dataset weighted = ClassWeights.of(1, 0, 2).applyTo(Dataset.of(INPUTS, new int[] {0, 0, 1, 2, 2, 0}));
        Dataset repeated =
                Dataset.of(new float[][] {{0}, {1}, {3}, {3}, {4}, {4}, {5}}, new int[] {0, 0, 2, 2, 2, 2, 0});
        float[] first = train(weighted);
        float[] second = train(repeated);
        for (int i = 0; i < first.length; i++) {
            assertThat((double) first[i]).isCloseTo(second[i], within(1e-5));
        }
    }

    private static float[] train(Dataset data) {
        return Trainer.of(Loss.softmaxCrossEntropy())
                .withEpochs(20)
                .withBatchSize(100)
                .fit(Network.of(1, Dense.linear(3)), data)
                .model()
                .parameters()
                .toVector();
    }

    private static float[] weights(Dataset data) {
        float[] weights = new float[data.size()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = data.weight(row);
        }
        return weights;
    }

    @Test
    void weights_notUsable_areRefused() {
        assertThatThrownBy(() -> ClassWeights.of(1, -1))
                .hasMessage("ClassWeights.values must be finite and not negative, got -1.0");
        assertThatThrownBy(() -> ClassWeights.of(0, 0))
                .hasMessage("ClassWeights.values must not all be 0, got [0.0, 0.0]");
        assertThatThrownBy(() -> ClassWeights.of(1, 1).applyTo(DATA))
                .hasMessage("row 3: ClassWeights.values must have a weight for class index 2, got 2 weights");
        assertThatThrownBy(() -> ClassWeights.of(0, 1, 0).applyTo(DATA)).hasMessage("weights must not all be 0");
        assertThatThrownBy(() -> ClassWeights.of(1, 1).applyTo(Dataset.of(INPUTS, new float[6][2])))
                .hasMessage("class weights need data with one class index a row, got 2 targets");
    }
}
