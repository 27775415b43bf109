package dev.neurite.textbook;

import dev.neurite.network.Network;
import dev.neurite.parameter.Parameters;
import dev.neurite.random.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A network value executed in double precision with plain loops.
///
/// With L layers, forward is `A₀ = X`, `Aₗ = layerₗ(Aₗ₋₁)`, and A_L are the logits. Backward walks the same layers
/// from the last to the first: each takes the gradient by its output, writes the gradients of its own parameters and
/// hands on the gradient by its input.
///
/// A network holds no numbers. All parameters are one vector: layer by layer, weight before bias, a weight (inputs,
/// outputs) row by row, which is the order of `Parameters.toVector()`.
public final class TextbookNetwork {
    private final Network network;
    private final List<TextbookLayer> layers;
    private final List<ParameterBlock> blocks;

    private TextbookNetwork(Network network, List<TextbookLayer> layers) {
        this.network = network;
        this.layers = layers;
        this.blocks = layers.stream().flatMap(layer -> layer.blocks().stream()).toList();
    }

    /// The given network, to be executed here.
    public static TextbookNetwork of(Network network) {
        return new TextbookNetwork(network, Twins.of(network));
    }

    /// Forward as in prediction: without dropout, with running statistics.
    ///
    /// @param parameters vector of all parameters
    /// @param x          samples (rows, inputs)
    public Pass forward(double[] parameters, double[][] x) {
        requireParameters(parameters);
        Matrices.requireColumns("x", x, network.inputs());
        List<Trace> traces = new ArrayList<>();
        double[][] a = x;
        for (TextbookLayer layer : layers) {
            traces.add(layer.predict(parameters, a));
            a = traces.getLast().output();
        }
        return new Pass(traces);
    }

    /// Forward as in training: `Aₗ = layerₗ(Aₗ₋₁)`.
    ///
    /// @param parameters vector of all parameters
    /// @param x          samples (rows, inputs)
    /// @param masks      what dropout multiplies by
    public Pass forward(double[] parameters, double[][] x, DropoutMasks masks) {
        requireParameters(parameters);
        Matrices.requireColumns("x", x, network.inputs());
        List<Trace> traces = new ArrayList<>();
        double[][] a = x;
        for (TextbookLayer layer : layers) {
            traces.add(layer.forward(parameters, a, masks));
            a = traces.getLast().output();
        }
        return new Pass(traces);
    }

    /// The logits, from the input of layer `first` on: when a parameter changes, what comes before its layer
    /// does not.
    double[][] logitsFrom(int first, double[][] input, double[] parameters, DropoutMasks masks) {
        double[][] a = input;
        for (TextbookLayer layer : layers.subList(first, layers.size())) {
            a = layer.forward(parameters, a, masks).output();
        }
        return a;
    }

    /// Backward: the gradient of the loss by every parameter.
    ///
    /// @param parameters vector of all parameters, the same as on the way forward
    /// @param pass       what forward returned
    /// @param dLogits    gradient of the loss by the logits (rows, outputs)
    /// @return gradient in the order of the parameters
    public double[] backward(double[] parameters, Pass pass, double[][] dLogits) {
        requireParameters(parameters);
        Matrices.requireColumns("dLogits", dLogits, network.outputs());
        double[] gradient = new double[parameters.length];
        backward(parameters, pass, dLogits, gradient);
        return gradient;
    }

    /// Backward, with the gradient by the parameters in `gradient`.
    ///
    /// @return gradient by the samples (rows, inputs)
    double[][] backward(double[] parameters, Pass pass, double[][] dLogits, double[] gradient) {
        double[][] delta = dLogits;
        for (int l = layers.size() - 1; l >= 0; l--) {
            delta = layers.get(l).backward(parameters, pass.trace(l), delta, gradient);
        }
        return delta;
    }

    /// Moves running statistics towards what a batch showed.
    ///
    /// @param parameters vector of all parameters
    /// @param pass       what forward in training returned
    public void observe(double[] parameters, Pass pass) {
        for (int l = 0; l < layers.size(); l++) {
            layers.get(l).observe(parameters, pass.trace(l));
        }
    }

    /// Adds the derivatives of the layers' penalties to the gradient.
    public void addPenalties(double[] parameters, double[] gradient) {
        layers.forEach(layer -> layer.addPenalty(parameters, gradient));
    }

    /// Imposes the layers' constraints, after a step.
    public void constrain(double[] parameters) {
        layers.forEach(layer -> layer.constrain(parameters));
    }

    /// Where every weight and bias stands in the vector of parameters, in order.
    public List<ParameterBlock> blocks() {
        return blocks;
    }

    /// Number of parameters.
    public int parameterCount() {
        return blocks.isEmpty() ? 0 : blocks.getLast().end();
    }

    /// For each parameter whether weight decay applies: to weights, not to biases.
    public boolean[] decays() {
        boolean[] decays = new boolean[parameterCount()];
        for (ParameterBlock block : blocks) {
            Arrays.fill(decays, block.from(), block.end(), block.decays());
        }
        return decays;
    }

    /// The start of training: the draws that the fast engine rounds to float, unrounded.
    public double[] initialize(Seed seed) {
        double[] parameters = new double[parameterCount()];
        for (TextbookLayer layer : layers) {
            layer.initialize(parameters, seed);
        }
        return parameters;
    }

    /// The numbers of the fast engine as a vector for this one.
    ///
    /// @throws IllegalArgumentException if they are not as many as the parameters of this network
    public double[] vector(Parameters parameters) {
        float[] floats = parameters.toVector();
        double[] vector = new double[floats.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = floats[i];
        }
        requireParameters(vector);
        return vector;
    }

    private void requireParameters(double[] parameters) {
        if (parameters.length != parameterCount()) {
            throw new IllegalArgumentException(
                    "parameters must be " + parameterCount() + " numbers, got " + parameters.length);
        }
    }
}
