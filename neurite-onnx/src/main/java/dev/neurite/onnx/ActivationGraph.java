package dev.neurite.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import dev.neurite.activation.Activation;
import dev.neurite.activation.Elu;
import dev.neurite.activation.Gelu;
import dev.neurite.activation.Identity;
import dev.neurite.activation.LeakyRelu;
import dev.neurite.activation.Relu;
import dev.neurite.activation.Selu;
import dev.neurite.activation.Sigmoid;
import dev.neurite.activation.Silu;
import dev.neurite.activation.Softplus;
import dev.neurite.activation.Tanh;
import java.util.List;

/// Activations as operators.
final class ActivationGraph {
    private final GraphBuilder graph;
    private final String prefix;

    ActivationGraph(GraphBuilder graph, String prefix) {
        this.graph = graph;
        this.prefix = prefix;
    }

    /// Adds `f(z)`.
    String add(Activation activation, String z) {
        return switch (activation) {
            case Identity() -> z;
            case Relu() -> output("Relu", z);
            case LeakyRelu leaky -> output("LeakyRelu", z, Attributes.real("alpha", leaky.slope()));
            case Elu elu -> output("Elu", z, Attributes.real("alpha", elu.alpha()));
            case Selu() ->
                output("Selu", z, Attributes.real("alpha", Selu.ALPHA), Attributes.real("gamma", Selu.LAMBDA));
            case Gelu() -> gelu(z);
            case Silu() -> silu(z);
            case Softplus() -> output("Softplus", z);
            case Tanh() -> output("Tanh", z);
            case Sigmoid() -> output("Sigmoid", z);
            case Activation.Custom custom ->
                throw new IllegalArgumentException("activation " + custom.name() + " has no ONNX translation");
        };
    }

    /// `z · ½(1 + erf(z/√2))`; an operator of this name came with version 20 only.
    private String gelu(String z) {
        String scaled = node("Mul", "scaled", z, graph.scalar((float) StrictMath.sqrt(0.5)));
        String erf = node("Erf", "erf", scaled);
        String doubled = node("Add", "doubled", erf, graph.scalar(1f));
        String probability = node("Mul", "probability", doubled, graph.scalar(0.5f));
        return node("Mul", "output", z, probability);
    }

    private String silu(String z) {
        return node("Mul", "output", z, node("Sigmoid", "sigmoid", z));
    }

    private String output(String operator, String z, AttributeProto... attributes) {
        return graph.node(operator, prefix + ".output", List.of(z), attributes);
    }

    private String node(String operator, String name, String... inputs) {
        return graph.node(operator, prefix + "." + name, List.of(inputs));
    }
}
