package dev.neurite.bench;

import dev.neurite.activation.Activation;
import dev.neurite.network.Network;
import dev.neurite.random.Seed;
import java.util.List;

/// The networks that are measured, and numbers for them.
final class Networks {
    private Networks() {}

    /// Dense layers with ReLU, the last one linear.
    ///
    /// @param sizes inputs, hidden units, outputs
    static Network of(List<Integer> sizes) {
        return Network.dense(
                sizes.getFirst(), sizes.subList(1, sizes.size() - 1), Activation.relu(), 0, sizes.getLast());
    }

    /// Numbers of all weights, without biases.
    static double weights(List<Integer> sizes) {
        double weights = 0;
        for (int i = 1; i < sizes.size(); i++) {
            weights += (double) sizes.get(i - 1) * sizes.get(i);
        }
        return weights;
    }

    /// Fills an array with normal numbers.
    static void fill(float[] values, Seed seed) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) seed.normal(i);
        }
    }
}
