package dev.neurite.onnx;

import dev.neurite.activation.Activation;
import dev.neurite.model.Model;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.Layer;
import dev.neurite.network.Network;
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
    /// @throws IllegalArgumentException naming the layer and the activation
    static void requireTranslation(Network network) {
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            if (layer instanceof Dense dense && dense.activation() instanceof Activation.Custom custom) {
                throw new IllegalArgumentException(
                        "layer %d (%s): activation %s has no ONNX translation; only the built-in ones can be saved"
                                .formatted(i + 1, layer.name(), custom.name()));
            }
        }
    }

    /// Adds the layers; returns the logits, (rows, outputs).
    ///
    /// @param x the inputs, (rows, inputs)
    String add(Network network, String x) {
        String current = x;
        for (int i = 0; i < network.layers().size(); i++) {
            String prefix = "layer" + (i + 1);
            current = switch (network.layers().get(i)) {
                case Dense dense -> dense(prefix, dense, current);
                case Dropout ignored -> current;
            };
        }
        return current;
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

    private String parameter() {
        Slot slot = slots.next();
        float[] values = values(slot);
        String name = slot.role() == Role.BIAS
                ? graph.floats(slot.name(), values, slot.columns())
                : graph.floats(slot.name(), values, slot.rows(), slot.columns());
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
