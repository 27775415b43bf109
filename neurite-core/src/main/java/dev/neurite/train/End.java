package dev.neurite.train;

/// Why a training ended.
public enum End {
    /// All epochs are done.
    COMPLETED,
    /// As many steps as were allowed are done, and not all epochs.
    STEP_LIMIT,
    /// The gradient became as small as was asked for.
    CONVERGED,
    /// No step made the loss smaller any more: what is left of the gradient is lost in the rounding of floats.
    STALLED,
    /// The time that was allowed is up.
    TIME_UP,
    /// The validation loss or metric did not improve any more.
    STOPPED_EARLY,
    /// Someone asked to stop.
    INTERRUPTED,
    /// The loss left the range of numbers.
    DIVERGED
}
