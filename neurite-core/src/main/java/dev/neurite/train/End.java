package dev.neurite.train;

/// Why a training ended.
public enum End {
    /// All epochs are done.
    COMPLETED,
    /// As many steps as were allowed are done, and not all epochs.
    STEP_LIMIT,
    /// The validation loss did not improve any more.
    STOPPED_EARLY,
    /// Someone asked to stop.
    INTERRUPTED,
    /// The loss left the range of numbers.
    DIVERGED
}
