package dev.neurite.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final float[][] INPUTS = {{1, 2}, {3, 4}, {5, 6}};

    @Test
    void subset_rows_areInTheGivenOrder() {
        Dataset data = Dataset.of(INPUTS, new float[] {10, 20, 30}).withWeights(new float[] {1, 2, 3});
        Dataset subset = data.subset(new int[] {2, 0});
        float[] inputs = new float[4];
        subset.copyInputs(0, inputs, 0);
        subset.copyInputs(1, inputs, 2);
        assertThat(inputs).containsExactly(5, 6, 1, 2);
        assertThat(subset.weight(0)).isEqualTo(3);
        assertThat(subset.weighted()).isTrue();
    }

    @Test
    void inputs_changedAfterwards_doNotChangeTheDataset() {
        float[][] inputs = {{1, 2}};
        Dataset data = Dataset.of(inputs, new int[] {1});
        inputs[0][0] = 9;
        float[] copy = new float[2];
        data.copyInputs(0, copy, 0);
        assertThat(copy).containsExactly(1, 2);
    }

    @Test
    void badData_isRefusedWithItsPlace() {
        assertThatThrownBy(() -> Dataset.of(new float[0][], new int[0]))
                .hasMessage("inputs must have at least one row and one column, got none");
        assertThatThrownBy(() -> Dataset.of(INPUTS, new int[] {1, 2}))
                .hasMessage("inputs and targets must have equally many rows, got 3 and 2");
        assertThatThrownBy(() -> Dataset.of(new float[][] {{1, 2}, {3}}, new int[] {0, 1}))
                .hasMessage("inputs: row 1 must have 2 numbers like the first, got 1");
        assertThatThrownBy(() -> Dataset.of(new float[][] {{1, 2}, null}, new int[] {0, 1}))
                .hasMessage("inputs: row 1 must be an array of numbers, got null");
        assertThatThrownBy(() -> Dataset.of(new float[][] {null, {1, 2}}, new int[] {0, 1}))
                .hasMessage("inputs: row 0 must be an array of numbers, got null");
        assertThatThrownBy(() -> Dataset.of(new float[][] {{1}, {2}}, new float[][] {{1}, null}))
                .hasMessage("targets: row 1 must be an array of numbers, got null");
        assertThatThrownBy(() -> Dataset.of(new float[][] {{1, 2}, {3, Float.NaN}}, new int[] {0, 1}))
                .hasMessage("inputs: row 1, column 1 must be finite, got NaN");
        assertThatThrownBy(() -> Dataset.of(INPUTS, new int[3]).withWeights(new float[] {1, -1, 0}))
                .hasMessage("weight of row 1 must be finite and not negative, got -1.0");
        assertThatThrownBy(() -> Dataset.of(INPUTS, new int[3]).withWeights(new float[3]))
                .hasMessage("weights must not all be 0");
        assertThatThrownBy(() -> Dataset.of(INPUTS, new int[3]).withWeights(new float[2]))
                .hasMessage("weights must be one for each of 3 rows, got 2");
        assertThatThrownBy(() -> Dataset.of(INPUTS, new int[3]).subset(new int[] {0, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows of a subset must be from 0 to below 3, got 3");
    }
}
