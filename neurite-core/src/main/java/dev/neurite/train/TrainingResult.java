package dev.neurite.train;

import dev.neurite.loss.Link;
import dev.neurite.model.Model;
import dev.neurite.network.Network;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a training ended, and what it learned.
public final class TrainingResult {
    private final Network network;
    private final Link link;
    private final TrainingState state;
    private final End end;
    private final @Nullable Divergence divergence;
    private final @Nullable Diagnosis diagnosis;

    TrainingResult(
            Network network,
            Link link,
            TrainingState state,
            End end,
            @Nullable Divergence divergence,
            @Nullable Diagnosis diagnosis) {
        this.network = network;
        this.link = link;
        this.state = state;
        this.end = end;
        this.divergence = divergence;
        this.diagnosis = diagnosis;
    }

    /// Whether there is a model: not if the training diverged before any epoch was evaluated.
    public boolean hasModel() {
        return end != End.DIVERGED || state.bestEpoch() > 0;
    }

    /// The model of the best epoch on the validation data; without validation data the last one.
    ///
    /// @throws IllegalStateException if the training diverged before any epoch was evaluated
    public Model model() {
        if (!hasModel()) {
            throw new IllegalStateException("there is no model: training " + divergence
                    + "; try a smaller learning rate or standardised inputs");
        }
        return new Model(network, state.best(), link);
    }

    /// Why the training ended.
    public End end() {
        return end;
    }

    /// Where it diverged, if it did.
    public Optional<Divergence> divergence() {
        return Optional.ofNullable(divergence);
    }

    /// What the last examination of the network found, if any was asked for by [Trainer#withDiagnosis].
    public Optional<Diagnosis> diagnosis() {
        return Optional.ofNullable(diagnosis);
    }

    /// What each epoch measured.
    public List<EpochRecord> history() {
        return state.history();
    }

    /// The epoch that was best on the validation data, by the loss or by the metric of early stopping, from 1; 0
    /// where nothing was evaluated.
    public int bestEpoch() {
        return state.bestEpoch();
    }

    /// Steps done.
    public long steps() {
        return state.step();
    }
}
