package dev.neurite.textbook;

/// Where a layer stands in its network.
///
/// @param name   for messages, such as `layer 2 (Residual), layer 1 (Dense)`
/// @param prefix what the names of its parameters start with, such as `layer2.layer1.`
/// @param layer  the layer of the network that it is or is in, from 0
/// @param number how many layers are lowered before it, those in blocks counted too
/// @param from   index of its first parameter in the vector of all
record Place(String name, String prefix, int layer, int number, int from) {
    /// One parameter with a number for each column, the `index`th of this layer.
    ParameterBlock row(String name, int index, int columns) {
        return new ParameterBlock(prefix + name, layer, from + index * columns, 1, columns, false);
    }
}
