package dev.neurite.train;

import org.jspecify.annotations.Nullable;

/// Asks a training that runs in another thread to stop after its current batch.
public final class StopSignal {
    private final @Nullable StopSignal parent;
    private volatile boolean requested;

    /// A signal that nobody has given yet.
    public StopSignal() {
        this(null);
    }

    /// A signal that is given by another one too.
    StopSignal(@Nullable StopSignal parent) {
        this.parent = parent;
    }

    /// Asks to stop.
    public void request() {
        requested = true;
    }

    /// Whether someone asked.
    public boolean requested() {
        return requested || (parent != null && parent.requested());
    }
}
