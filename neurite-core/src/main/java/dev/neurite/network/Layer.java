package dev.neurite.network;

import dev.neurite.op.Lowering;
import dev.neurite.parameter.Shape;

/// What one layer of a network is: a value that says sizes and functions, and holds no numbers.
public sealed interface Layer permits Dense, Dropout {
    /// The kind of layer, for messages.
    String name();

    /// The shape of the output for inputs of shape `input`.
    ///
    /// @throws IllegalArgumentException if the layer cannot take such inputs
    Shape output(Shape input);

    /// Writes the layer down as ops.
    void lower(Lowering lowering);
}
