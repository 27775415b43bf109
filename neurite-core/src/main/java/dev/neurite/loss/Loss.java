package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// What training makes small: a number for each batch and its gradient by the logits, in one call.
///
/// With weights `w`, the loss of a batch is the weighted mean `Σ wᵢ lᵢ / Σ wᵢ` of the losses of its rows. A loss
/// acts on logits, the output of the last, linear layer; its [#link] says what makes predictions of them.
public sealed interface Loss permits SoftmaxCrossEntropy, SigmoidCrossEntropy, MeanSquaredError, Loss.Custom {
    /// The name for messages and tables.
    String name();

    /// What prediction applies to the logits.
    Link link();

    /// What it takes the outputs of the network for: logits, unless it says otherwise.
    default Outputs outputs() {
        return Outputs.LOGITS;
    }

    /// How many numbers the target of one row has when the network has `outputs` outputs.
    int targets(int outputs);

    /// What is wrong with the target of one row, or null if nothing is.
    ///
    /// @param target  array that holds the target
    /// @param offset  index of its first number
    /// @param outputs number of outputs of the network
    @Nullable
    String problem(float[] target, int offset, int outputs);

    /// The mean loss of a batch and its gradient.
    ///
    /// Sums run in row order in double precision.
    ///
    /// @param rows    number of rows of the batch
    /// @param logits  outputs of the network, not modified
    /// @param targets targets, not modified
    /// @param weights weight of each row, or null when all are 1; their sum is positive
    /// @param delta   receives the gradient of the mean loss by the logits, padding zero
    /// @return the mean loss
    double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta);

    /// A loss of the user's own.
    non-sealed interface Custom extends Loss {}

    /// Cross-entropy of one class of several, targets being class indices.
    static Loss softmaxCrossEntropy() {
        return new SoftmaxCrossEntropy();
    }

    /// Cross-entropy of yes or no for each output, targets being probabilities in [0, 1].
    static Loss sigmoidCrossEntropy() {
        return new SigmoidCrossEntropy();
    }

    /// Squared error, mean over rows and outputs.
    static Loss meanSquaredError() {
        return new MeanSquaredError(false);
    }
}
