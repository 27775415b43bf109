package dev.neurite.train;

/// Why a training ended.
public enum End {
    /// All epochs are done.
    COMPLETED,
    /// The validation loss did not improve any more.
    STOPPED_EARLY,
    /// Someone asked to stop.
    INTERRUPTED,
    /// The loss left the range of numbers.
    DIVERGED
}
