package dev.neurite.textbook;

import dev.neurite.network.Network;
import dev.neurite.random.Seed;
import java.util.Arrays;

/// What the dropout layers of a network multiply by and its noise layers add. Randomness enters the textbook here and
/// nowhere else.
@FunctionalInterface
public interface DropoutMasks {
    /// The factors of one dropout layer (rows, columns): 0 where a number is dropped, `1 / (1 − rate)` where it is
    /// kept, so that the expected output is the input.
    ///
    /// @param layer   number of the layer in the network, from 0, those in blocks counted too
    /// @param rate    probability of being dropped
    /// @param rows    rows of the batch
    /// @param columns numbers of one row
    double[][] mask(int layer, double rate, int rows, int columns);

    /// The standard normal numbers of one noise layer (rows, columns); zeros where there is no noise.
    ///
    /// @param layer   number of the layer in the network, from 0, those in blocks counted too
    /// @param rows    rows of the batch
    /// @param columns numbers of one row
    default double[][] normals(int layer, int rows, int columns) {
        return new double[rows][columns];
    }

    /// Ones: dropout does nothing, as in prediction.
    static DropoutMasks none() {
        return (layer, rate, rows, columns) -> {
            double[][] ones = new double[rows][columns];
            for (double[] row : ones) {
                Arrays.fill(row, 1);
            }
            return ones;
        };
    }

    /// The masks that the fast engine draws in one training step.
    ///
    /// @param seed key of all random draws of the training
    /// @param step number of the step, from 0
    static DropoutMasks ofEngine(Network network, Seed seed, long step) {
        return EngineMasks.of(network, seed, step);
    }
}
