package dev.neurite.train;

import java.util.Map;

/// What was measured in one epoch.
///
/// @param epoch          number of the epoch, from 1
/// @param trainingLoss   mean loss of its batches, each as it was before its step
/// @param validationLoss mean loss on the validation data after the epoch; NaN without validation data
/// @param metrics        metrics on the validation data by name, empty without
public record EpochRecord(int epoch, double trainingLoss, double validationLoss, Map<String, Double> metrics) {}
