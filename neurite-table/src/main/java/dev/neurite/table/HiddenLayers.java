package dev.neurite.table;

import dev.neurite.activation.Activation;
import dev.neurite.network.Network;
import java.util.List;

/// The hidden layers of a dense network.
///
/// @param units of each layer; none makes a linear model
/// @param activation function of all
/// @param dropout rate after each
public record HiddenLayers(List<Integer> units, Activation activation, double dropout) {
    /// Copies the list.
    public HiddenLayers {
        units = List.copyOf(units);
    }

    /// Two layers of 64 rectified units.
    public static HiddenLayers standard() {
        return new HiddenLayers(List.of(64, 64), Activation.relu(), 0);
    }

    /// The network between these numbers of inputs and outputs.
    Network network(int inputs, int outputs) {
        return Network.dense(inputs, units, activation, dropout, outputs);
    }
}
