package dev.neurite.data;

/// Examples with random access: for each row its inputs, its target and its weight.
///
/// Implementations must be safe to read from several threads.
public interface Dataset {
    /// Number of rows.
    int size();

    /// Numbers of one input.
    int inputs();

    /// Numbers of one target: 1 for a class index.
    int targets();

    /// Copies the inputs of `row` to `to` from `offset` on.
    void copyInputs(int row, float[] to, int offset);

    /// Copies the target of `row` to `to` from `offset` on.
    void copyTargets(int row, float[] to, int offset);

    /// The weight of `row` in the loss and in metrics, finite and not negative.
    float weight(int row);

    /// Whether some weight is not 1.
    default boolean weighted() {
        return false;
    }

    /// The given rows in the given order, as a view.
    ///
    /// @throws IllegalArgumentException if there is no such row
    default Dataset subset(int[] rows) {
        return new Subset(this, rows);
    }

    /// Rows of inputs with class indices from 0.
    ///
    /// @throws IllegalArgumentException if the lengths differ, a row has another length or an input is not finite
    static Dataset of(float[][] inputs, int[] classes) {
        float[] targets = new float[classes.length];
        for (int row = 0; row < classes.length; row++) {
            targets[row] = classes[row];
        }
        return ArrayDataset.of(inputs, targets, 1);
    }

    /// Rows of inputs with one number each to predict.
    ///
    /// @throws IllegalArgumentException if the lengths differ, a row has another length or an input is not finite
    static Dataset of(float[][] inputs, float[] targets) {
        return ArrayDataset.of(inputs, targets, 1);
    }

    /// Rows of inputs with rows of numbers to predict.
    ///
    /// @throws IllegalArgumentException if the lengths differ, a row has another length or an input is not finite
    static Dataset of(float[][] inputs, float[][] targets) {
        int columns = ArrayDataset.columns("targets", targets);
        return ArrayDataset.of(inputs, ArrayDataset.flat("targets", targets, columns), columns);
    }

    /// The same rows with weights.
    ///
    /// @param weights finite and not negative, not all 0
    /// @throws IllegalArgumentException if a weight is not allowed or the length is not the number of rows
    default Dataset withWeights(float[] weights) {
        return new Weighted(this, weights);
    }
}
