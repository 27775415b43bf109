package dev.neurite.loss;

/// What a loss takes the outputs of a network for.
public enum Outputs {
    /// Any real numbers, which the link of the loss makes predictions of: no softmax may come before.
    LOGITS,

    /// Predictions as they are, any real numbers: with or without a softmax layer before.
    VALUES,

    /// Probabilities that some layer has made, each row summing to 1: a softmax layer must come before.
    PROBABILITIES
}
