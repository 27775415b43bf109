package dev.neurite.train;

/// Asks a training that runs in another thread to stop after its current batch.
public final class StopSignal {
    private volatile boolean requested;

    /// A signal that nobody has given yet.
    public StopSignal() {}

    /// Asks to stop.
    public void request() {
        requested = true;
    }

    /// Whether someone asked.
    public boolean requested() {
        return requested;
    }
}
