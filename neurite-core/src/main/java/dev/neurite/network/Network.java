package dev.neurite.network;

import dev.neurite.activation.Activation;
import dev.neurite.parameter.Shape;
import java.util.ArrayList;
import java.util.List;

/// A feed-forward network as a value: the shape of its input and its layers. The last layer is usually linear; the
/// loss that the network is trained with says what makes predictions of it.
///
/// @param input  shape of one example
/// @param layers the layers in order, at least one
public record Network(Shape input, List<Layer> layers) {
    /// Checks that the layers fit together.
    public Network {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network must have at least one layer, got none");
        }
        Layer.output(layers, input);
    }

    /// A network of the given layers.
    public static Network of(int inputs, Layer... layers) {
        return new Network(shape(inputs), List.of(layers));
    }

    /// Hidden layers of the given sizes with one activation, then a linear layer.
    ///
    /// @param inputs     numbers of one example
    /// @param hidden     units of the hidden layers
    /// @param activation function of the hidden layers
    /// @param dropout    rate of the dropout after each hidden layer; 0 for none
    /// @param outputs    units of the last layer
    public static Network dense(int inputs, List<Integer> hidden, Activation activation, double dropout, int outputs) {
        List<Layer> layers = new ArrayList<>();
        for (int units : hidden) {
            layers.add(Dense.of(units, activation));
            if (dropout != 0) {
                layers.add(new Dropout(dropout));
            }
        }
        layers.add(Dense.linear(outputs));
        return new Network(shape(inputs), layers);
    }

    private static Shape shape(int inputs) {
        if (inputs < 1) {
            throw new IllegalArgumentException("Network.inputs must be positive, got " + inputs);
        }
        return Shape.of(inputs);
    }

    /// Numbers of one example.
    public int inputs() {
        return input.size();
    }

    /// Numbers of one output.
    public int outputs() {
        return Layer.output(layers, input).size();
    }
}
