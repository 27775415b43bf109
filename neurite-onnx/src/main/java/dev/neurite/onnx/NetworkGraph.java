package dev.neurite.onnx;

import dev.neurite.activation.Activation;
import dev.neurite.model.Model;
import dev.neurite.network.ActivationLayer;
import dev.neurite.network.AdaptiveActivation;
import dev.neurite.network.AlphaDropout;
import dev.neurite.network.BatchNorm;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.GaussianNoise;
import dev.neurite.network.Layer;
import dev.neurite.network.LayerNorm;
import dev.neurite.network.Network;
import dev.neurite.network.Prelu;
import dev.neurite.network.Residual;
import dev.neurite.network.RmsNorm;
import dev.neurite.network.Scale;
import dev.neurite.network.Softmax;
import dev.neurite.parameter.Parameters;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Slot;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// From the inputs of a network to its logits.
final class NetworkGraph {
    private final GraphBuilder graph;
    private final Parameters parameters;
    private final Iterator<Slot> slots;
    private final List<String> names = new ArrayList<>();

    /// @param model the network, whose activations have been checked
    NetworkGraph(GraphBuilder graph, Model model) {
        this.graph = graph;
        this.parameters = model.parameters();
        this.slots = parameters.layout().slots().iterator();
    }

    /// Refuses a network that ONNX cannot express.
    ///
    /// @throws IllegalArgumentException naming the layer, and the activation if it is that
    static void requireTranslation(Network network) {
        requireTranslation(network.layers(), "");
    }

    private static void requireTranslation(List<Layer> layers, String outer) {
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            String name = outer + "layer " + (i + 1) + " (" + layer.name() + ")";
            switch (layer) {
                case Layer.Custom ignored ->
                    throw new IllegalArgumentException(
                            name + ": a layer of a user has no ONNX translation; only the built-in ones can be saved");
                case Dense dense -> requireTranslation(name, dense.activation());
                case ActivationLayer alone -> requireTranslation(name, alone.activation());
                case AdaptiveActivation adaptive -> requireTranslation(name, adaptive.activation());
                case Residual residual -> requireTranslation(residual.layers(), name + ", ");
                default -> {
                    // Every other layer has a translation.
                }
            }
        }
    }

    private static void requireTranslation(String layer, Activation activation) {
        if (activation instanceof Activation.Custom custom) {
            throw new IllegalArgumentException(
                    "%s: activation %s has no ONNX translation; only the built-in ones can be saved"
                            .formatted(layer, custom.name()));
        }
    }

    /// Adds the layers; returns the logits, (rows, outputs).
    ///
    /// @param x the inputs, (rows, inputs)
    String add(Network network, String x) {
        return add(network.layers(), "", x);
    }

    private String add(List<Layer> layers, String outer, String x) {
        String current = x;
        for (int i = 0; i < layers.size(); i++) {
            current = add(layers.get(i), outer + "layer" + (i + 1), current);
        }
        return current;
    }

    private String add(Layer layer, String prefix, String x) {
        return switch (layer) {
            case Dense dense -> dense(prefix, dense, x);
            case ActivationLayer alone -> new ActivationGraph(graph, prefix).add(alone.activation(), x);
            case AdaptiveActivation adaptive -> adaptive(prefix, adaptive, x);
            case Prelu ignored -> node("PRelu", prefix, x, parameter());
            case Scale ignored -> node("Mul", prefix, x, parameter());
            case Softmax ignored -> graph.node("Softmax", prefix + ".output", List.of(x), Attributes.ALONG_COLUMNS);
            case Dropout ignored -> x;
            case AlphaDropout ignored -> x;
            case GaussianNoise ignored -> x;
            case BatchNorm norm -> batchNorm(prefix, norm, x);
            case LayerNorm norm -> layerNorm(prefix, norm, x);
            case RmsNorm norm -> rmsNorm(prefix, norm, x);
            case Residual residual -> node("Add", prefix, x, add(residual.layers(), prefix + ".", x));
            case Layer.Custom custom ->
                throw new IllegalArgumentException("layer " + custom.name() + " has no ONNX translation");
        };
    }

    /// The names of the constants that hold the parameters, in the order of their layout.
    List<String> parameterNames() {
        return List.copyOf(names);
    }

    private String dense(String prefix, Dense dense, String x) {
        List<String> inputs = new ArrayList<>(List.of(x, parameter()));
        if (dense.bias()) {
            inputs.add(parameter());
        }
        String sums = graph.node("Gemm", prefix + ".preActivation", inputs);
        return new ActivationGraph(graph, prefix).add(dense.activation(), sums);
    }

    /// `x + a·(f(x) − x)`
    private String adaptive(String prefix, AdaptiveActivation layer, String x) {
        String function = new ActivationGraph(graph, prefix + ".function").add(layer.activation(), x);
        String difference = graph.node("Sub", prefix + ".difference", List.of(function, x));
        String scaled = graph.node("Mul", prefix + ".scaled", List.of(difference, parameter()));
        return node("Add", prefix, x, scaled);
    }

    private String batchNorm(String prefix, BatchNorm norm, String x) {
        List<String> inputs = List.of(x, parameter(), parameter(), parameter(), parameter());
        return graph.node("BatchNormalization", prefix + ".output", inputs, Attributes.real("epsilon", norm.epsilon()));
    }

    private String layerNorm(String prefix, LayerNorm norm, String x) {
        return graph.node(
                "LayerNormalization",
                prefix + ".output",
                List.of(x, parameter(), parameter()),
                Attributes.integer("axis", 1),
                Attributes.real("epsilon", norm.epsilon()));
    }

    /// `γ·x / √(mean(x²) + ε)`; an operator of its own came with version 23 only.
    private String rmsNorm(String prefix, RmsNorm norm, String x) {
        String squares = graph.node("Mul", prefix + ".squares", List.of(x, x));
        String mean =
                graph.node("ReduceMean", prefix + ".mean", List.of(squares), Attributes.integers("axes", List.of(1L)));
        String shifted = graph.node("Add", prefix + ".shifted", List.of(mean, graph.scalar((float) norm.epsilon())));
        String root = graph.node("Sqrt", prefix + ".root", List.of(shifted));
        String normalized = graph.node("Div", prefix + ".normalized", List.of(x, root));
        return node("Mul", prefix, normalized, parameter());
    }

    private String node(String operator, String prefix, String... inputs) {
        return graph.node(operator, prefix + ".output", List.of(inputs));
    }

    private String parameter() {
        Slot slot = slots.next();
        float[] values = values(slot);
        String name = slot.role() == Role.WEIGHT
                ? graph.floats(slot.name(), values, slot.rows(), slot.columns())
                : graph.floats(slot.name(), values, slot.columns());
        names.add(name);
        return name;
    }

    private float[] values(Slot slot) {
        float[] values = new float[slot.count()];
        for (int row = 0; row < slot.rows(); row++) {
            for (int column = 0; column < slot.columns(); column++) {
                values[row * slot.columns() + column] = parameters.at(slot, row, column);
            }
        }
        return values;
    }
}
