package dev.neurite.train;

/// Hears what a training does: a progress bar, a log. Called in the training thread; nothing that training depends
/// on lives in a listener.
@FunctionalInterface
public interface TrainingListener {
    /// Takes an event.
    void on(TrainingEvent event);
}
