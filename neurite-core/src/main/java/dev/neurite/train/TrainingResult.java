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

    TrainingResult(Network network, Link link, TrainingState state, End end, @Nullable Divergence divergence) {
        this.network = network;
        this.link = link;
        this.state = state;
        this.end = end;
        this.divergence = divergence;
    }

    /// The model with the best validation loss; without validation data the last one.
    ///
    /// @throws IllegalStateException if the training diverged before any epoch was evaluated
    public Model model() {
        if (end == End.DIVERGED && state.bestEpoch() == 0) {
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

    /// What each epoch measured.
    public List<EpochRecord> history() {
        return state.history();
    }

    /// The epoch with the best validation loss, from 1; 0 where nothing was evaluated.
    public int bestEpoch() {
        return state.bestEpoch();
    }

    /// Steps done.
    public long steps() {
        return state.step();
    }
}
