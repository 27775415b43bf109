package dev.neurite.network;

import dev.neurite.op.Lowering;
import dev.neurite.parameter.Shape;
import java.util.List;

/// What one layer of a network is: a value that says sizes and functions, and holds no numbers.
///
/// A layer lowers itself to ops through the same [Lowering] whether it is built in or a user's own: see [Custom].
public sealed interface Layer
        permits Dense,
                ActivationLayer,
                Prelu,
                AdaptiveActivation,
                Scale,
                Softmax,
                Dropout,
                AlphaDropout,
                GaussianNoise,
                BatchNorm,
                LayerNorm,
                RmsNorm,
                Residual,
                Layer.Custom {
    /// The kind of layer, for messages.
    String name();

    /// The shape of the output for inputs of shape `input`.
    ///
    /// @throws IllegalArgumentException if the layer cannot take such inputs
    Shape output(Shape input);

    /// Writes the layer down as ops.
    void lower(Lowering lowering);

    /// Whether training compares the rows of a batch, so that a batch must have at least two.
    default boolean comparesRows() {
        return false;
    }

    /// A layer of the user's own.
    ///
    /// Its [#lower] takes parameters and regions and appends ops, which the user implements too. A model with such
    /// a layer trains and predicts like any other, but cannot be saved as ONNX. Training refuses ops that make NaN
    /// of numbers, with the layer and the row.
    non-sealed interface Custom extends Layer {}

    /// The shape that comes out of `layers`, one after the other.
    ///
    /// @throws IllegalArgumentException naming the layer that cannot take its input
    static Shape output(List<Layer> layers, Shape input) {
        Shape shape = input;
        for (int i = 0; i < layers.size(); i++) {
            try {
                shape = layers.get(i).output(shape);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(label(layers, i) + ": " + e.getMessage(), e);
            }
        }
        return shape;
    }

    /// Lowers `layers` one after the other.
    ///
    /// @throws IllegalArgumentException naming the layer whose ops do not end in the shape that it promises
    static void lower(List<Layer> layers, Lowering lowering) {
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            lowering.enter(i + 1, layer.name(), layer instanceof Custom);
            int promised = layer.output(Shape.of(lowering.current().columns())).size();
            try {
                layer.lower(lowering);
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(
                        lowering.layer() + ": parameters, and the numbers of a batch, must each fit into one array of "
                                + Integer.MAX_VALUE + " numbers, got more",
                        e);
            }
            if (lowering.current().columns() != promised) {
                throw new IllegalArgumentException(lowering.layer() + ": its ops must end in the " + promised
                        + " numbers that its output says, got "
                        + lowering.current().columns());
            }
            lowering.leave();
        }
    }

    private static String label(List<Layer> layers, int index) {
        return "layer " + (index + 1) + " (" + layers.get(index).name() + ")";
    }
}
