package dev.neurite.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import dev.neurite.activation.Activation;
import dev.neurite.activation.Celu;
import dev.neurite.activation.Elu;
import dev.neurite.activation.Gelu;
import dev.neurite.activation.GeluTanh;
import dev.neurite.activation.HardSigmoid;
import dev.neurite.activation.HardSwish;
import dev.neurite.activation.HardTanh;
import dev.neurite.activation.Identity;
import dev.neurite.activation.LeakyRelu;
import dev.neurite.activation.LogSigmoid;
import dev.neurite.activation.Mish;
import dev.neurite.activation.Relu;
import dev.neurite.activation.Relu6;
import dev.neurite.activation.Selu;
import dev.neurite.activation.Sigmoid;
import dev.neurite.activation.Silu;
import dev.neurite.activation.Softplus;
import dev.neurite.activation.Softsign;
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
            case Celu celu -> output("Celu", z, Attributes.real("alpha", celu.alpha()));
            case GeluTanh() -> geluTanh(z);
            case Mish() -> node("Mul", "output", z, node("Tanh", "tanh", node("Softplus", "softplus", z)));
            case Softsign() -> output("Softsign", z);
            case HardSigmoid() ->
                output("HardSigmoid", z, Attributes.real("alpha", 1.0 / 6), Attributes.real("beta", 0.5));
            case HardSwish() -> output("HardSwish", z);
            case HardTanh() -> node("Clip", "output", z, graph.scalar(-1f), graph.scalar(1f));
            case Relu6() -> node("Clip", "output", z, graph.scalar(0f), graph.scalar(6f));
            case LogSigmoid() -> node("Neg", "output", node("Softplus", "softplus", node("Neg", "negated", z)));
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

    /// `z · sigmoid(2√(2/π) · (z + 0.044715 z³))`, since `½(1 + tanh v)` is the sigmoid of 2v.
    private String geluTanh(String z) {
        double root = 2 * StrictMath.sqrt(2 / StrictMath.PI);
        String square = node("Mul", "square", z, z);
        String scaled = node("Mul", "scaled", square, graph.scalar((float) (0.044715 * root)));
        String factor = node("Add", "factor", scaled, graph.scalar((float) root));
        String sigmoid = node("Sigmoid", "sigmoid", node("Mul", "argument", z, factor));
        return node("Mul", "output", z, sigmoid);
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
