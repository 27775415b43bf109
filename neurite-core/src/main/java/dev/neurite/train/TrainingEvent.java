package dev.neurite.train;

/// What a training tells its listeners.
public sealed interface TrainingEvent {
    /// Training begins.
    ///
    /// @param parameters     number of parameters
    /// @param rows           rows of the training data
    /// @param stepsPerEpoch  batches of one epoch
    /// @param epochs         epochs at most
    record Started(int parameters, int rows, int stepsPerEpoch, int epochs) implements TrainingEvent {}

    /// Some steps of an epoch are done.
    ///
    /// @param epoch       epoch, from 1
    /// @param stepOfEpoch steps done in this epoch
    /// @param loss        mean loss of the epoch so far
    record Progress(int epoch, int stepOfEpoch, double loss) implements TrainingEvent {}

    /// An epoch is done.
    ///
    /// @param measured what was measured
    /// @param seconds  since training began
    record EpochEnded(EpochRecord measured, double seconds) implements TrainingEvent {}

    /// The network was examined after an epoch, see [Trainer#withDiagnosis].
    ///
    /// @param epoch     epoch, from 1
    /// @param diagnosis what was found
    record Diagnosed(int epoch, Diagnosis diagnosis) implements TrainingEvent {}

    /// The validation loss, or the metric that early stopping goes by, is the best so far; its parameters are kept.
    ///
    /// @param measured what was measured
    record Improved(EpochRecord measured) implements TrainingEvent {}

    /// The loss left the range of numbers; training stops.
    ///
    /// @param divergence where and when
    record Diverged(Divergence divergence) implements TrainingEvent {}

    /// Training is over.
    ///
    /// @param end     why
    /// @param seconds since training began
    record Finished(End end, double seconds) implements TrainingEvent {}
}
