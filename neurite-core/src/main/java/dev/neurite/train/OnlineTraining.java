package dev.neurite.train;

import dev.neurite.data.Batches;
import dev.neurite.data.Dataset;
import dev.neurite.model.Model;
import dev.neurite.network.Network;
import dev.neurite.parameter.Parameters;
import dev.neurite.program.Program;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Learns from a stream of data, chunk by chunk, each seen once: what scikit-learn calls `partial_fit`.
///
/// The classes are declared up front: they are the outputs of the network, and a chunk need not have all of them; a
/// class beyond them is refused. [dev.neurite.data.Classes] does the same for classes with names.
///
/// The batches of a chunk come in an order drawn by the seed and the number of the chunk, so the same chunks in the
/// same order give the same parameters bit for bit, and E chunks of the same rows give what `withEpochs(E)` gives. A
/// stream has no planned length and no epochs that are measured: a schedule that spans the training stays at its
/// start, and one that waits for a plateau does not see any.
///
/// Not thread-safe.
public final class OnlineTraining implements AutoCloseable {
    private final Trainer trainer;
    private final Network network;
    private final Stepper stepper;
    private final DivergenceGuard guard;
    private @Nullable Divergence divergence;

    private OnlineTraining(Trainer trainer, Network network, Function<Program, TrainingState> start) {
        this.trainer = trainer;
        this.network = network;
        this.stepper = new Stepper(trainer, network, largestBatch(trainer, network), start);
        this.guard = new DivergenceGuard(stepper.program(), stepper.workspace());
    }

    /// One row more than a batch, since a single row left over joins the batch before it.
    private static int largestBatch(Trainer trainer, Network network) {
        int size = trainer.batchSize(Integer.MAX_VALUE);
        if ((size + 1L) * network.inputs() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "Trainer.batchSize must be small enough for a batch of a stream to fit in an array, got " + size);
        }
        return size + 1;
    }

    static OnlineTraining of(Trainer trainer, Network network) {
        return of(trainer, network, (Parameters) null);
    }

    static OnlineTraining of(Trainer trainer, Model start) {
        Fit.checkLink(start, trainer.loss());
        return of(trainer, start.network(), start.parameters());
    }

    private static OnlineTraining of(Trainer trainer, Network network, @Nullable Parameters start) {
        return new OnlineTraining(trainer, network, program -> Stepper.start(trainer, program, start));
    }

    static OnlineTraining of(Trainer trainer, Network network, TrainingState state) {
        return new OnlineTraining(trainer, network, program -> {
            Fit.checkState(trainer, program, state);
            return new TrainingState(state);
        });
    }

    /// Learns from the next chunk, one pass over its rows.
    ///
    /// @throws IllegalArgumentException if the chunk does not fit the network and the loss, such as by a class that
    ///     was not declared; nothing is learned from it then
    /// @throws IllegalStateException if the training has diverged
    public ChunkRecord partialFit(Dataset chunk) {
        requireFinite();
        Fit.check(network, trainer.loss(), chunk, "chunk " + (state().epoch() + 1));
        Batches batches = Batches.shuffled(
                chunk, trainer.batchSize(chunk.size()), trainer.seed().split("order"));
        Fit.checkBatch(network, batches.batchSize());
        batches.start(state().epoch());
        int steps = Math.ceilDiv(batches.perEpoch(), trainer.batching().accumulation());
        state().countEpoch();
        double losses = 0;
        double weights = 0;
        while (batches.hasNext() && divergence == null) {
            double loss = stepper.step(batches, trainer.learningRate(), Long.MAX_VALUE, steps);
            losses += stepper.weightOfStep() * loss;
            weights += stepper.weightOfStep();
            guard(loss);
            if (!batches.hasNext()) {
                guard(stepper.lossAfterStep(batches));
            }
        }
        return new ChunkRecord(
                state().epoch(), chunk.size(), state().step(), losses / weights, Optional.ofNullable(divergence));
    }

    private void guard(double loss) {
        if (divergence == null && guard.isLost(loss)) {
            divergence = new Divergence(guard.place(), state().epoch(), state().step(), loss);
        }
    }

    private void requireFinite() {
        if (divergence != null) {
            throw new IllegalStateException(
                    "there is no model: training " + divergence + "; go on from an earlier state");
        }
    }

    /// The model as it is now.
    ///
    /// @throws IllegalStateException if the training has diverged
    public Model model() {
        requireFinite();
        return new Model(network, state().average(), trainer.loss().link());
    }

    /// A copy of all that the training remembers; [Trainer#online(Network, TrainingState)] goes on from there with
    /// the same bits.
    public TrainingState snapshot() {
        return new TrainingState(state());
    }

    private TrainingState state() {
        return stepper.state();
    }

    /// Ends the threads of this training.
    @Override
    public void close() {
        stepper.close();
    }
}
