package dev.neurite.textbook;

import dev.neurite.random.Seed;
import java.util.List;

/// One layer: forward and, beside it, backward.
///
/// Layers hold sizes and functions only. The numbers are in the vector of all parameters, of which a layer knows its
/// stretch, and in the [Trace] that forward returns.
sealed interface TextbookLayer
        permits DenseLayer,
                ElementwiseLayer,
                PreluLayer,
                AdaptiveLayer,
                ScaleLayer,
                SoftmaxLayer,
                DropoutLayer,
                AlphaDropoutLayer,
                NoiseLayer,
                BatchNormLayer,
                RowNormLayer,
                ResidualLayer {
    /// The parameters of this layer, in order; empty if it has none.
    default List<ParameterBlock> blocks() {
        return List.of();
    }

    /// Draws the start of the parameters of this layer.
    ///
    /// @param p    the vector of all parameters; receives those of this layer
    /// @param seed key of the start of the whole network
    default void initialize(double[] p, Seed seed) {}

    /// Computes the output from the input, in training.
    ///
    /// @param p     the vector of all parameters
    /// @param x     input (rows, inputs)
    /// @param masks what dropout multiplies by and noise adds
    Trace forward(double[] p, double[][] x, DropoutMasks masks);

    /// Computes the output from the input, in prediction.
    default Trace predict(double[] p, double[][] x) {
        return forward(p, x, DropoutMasks.none());
    }

    /// Applies the chain rule once.
    ///
    /// @param p        the vector of all parameters
    /// @param trace    what forward returned
    /// @param dA       gradient by the output (rows, outputs)
    /// @param gradient vector of all parameters' gradients; receives those of this layer
    /// @return gradient by the input (rows, inputs)
    double[][] backward(double[] p, Trace trace, double[][] dA, double[] gradient);

    /// Moves running statistics towards what a batch showed.
    ///
    /// @param p     the vector of all parameters
    /// @param trace what forward returned
    default void observe(double[] p, Trace trace) {}

    /// Adds the derivative of penalties on parameters to the gradient.
    default void addPenalty(double[] p, double[] gradient) {}

    /// Imposes constraints on parameters, after a step.
    default void constrain(double[] p) {}
}
