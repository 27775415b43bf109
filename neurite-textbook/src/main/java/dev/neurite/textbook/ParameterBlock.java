package dev.neurite.textbook;

/// Where one weight or bias stands in the vector of all parameters: row by row, without gaps.
///
/// @param name    as in the engine's layout, such as `layer1.weight`
/// @param layer   the layer it belongs to, from 0
/// @param from    index of its first number
/// @param rows    inputs of the layer for a weight, 1 for a bias
/// @param columns outputs of the layer
/// @param decays  whether weight decay applies: to weights, not to biases
public record ParameterBlock(String name, int layer, int from, int rows, int columns, boolean decays) {
    /// Number of parameters.
    public int size() {
        return rows * columns;
    }

    /// Index behind its last number.
    public int end() {
        return from + size();
    }
}
