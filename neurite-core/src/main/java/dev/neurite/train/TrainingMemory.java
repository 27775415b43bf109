package dev.neurite.train;

import dev.neurite.network.Network;
import dev.neurite.optimize.Optimizer;
import dev.neurite.program.Program;

/// The bytes that a training holds, besides the data: most of its memory, to the arrays of a few numbers.
///
/// Where a validation set or an average of the parameters is used, each takes as much again as the parameters, and the
/// products pack blocks of at most 4.6 MB a thread.
///
/// @param parameters what is learned
/// @param gradients  of the loss by each parameter
/// @param moments    what the optimizer remembers of each parameter
/// @param workspace  values and deltas of a batch between the layers
public record TrainingMemory(long parameters, long gradients, long moments, long workspace) {
    /// The memory of training `network` in batches of `batchSize` rows; allocates none of it.
    ///
    /// @throws IllegalArgumentException if `batchSize` is not positive, or the numbers of a batch do not fit into
    /// one array
    public static TrainingMemory of(Network network, Optimizer optimizer, int batchSize) {
        Program program = Program.forTraining(network, batchSize);
        long parameters = (long) Float.BYTES * program.layout().length();
        return new TrainingMemory(parameters, parameters, optimizer.moments() * parameters, program.trainingBytes());
    }

    /// All of it.
    public long total() {
        return parameters + gradients + moments + workspace;
    }
}
