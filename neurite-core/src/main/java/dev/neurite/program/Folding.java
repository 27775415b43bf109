package dev.neurite.program;

import dev.neurite.activation.Identity;
import dev.neurite.network.AlphaDropout;
import dev.neurite.network.BatchNorm;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.GaussianNoise;
import dev.neurite.network.Layer;
import dev.neurite.network.Network;
import dev.neurite.network.Residual;
import dev.neurite.op.Lowering;
import dev.neurite.parameter.Parameters;
import dev.neurite.parameter.Shape;
import dev.neurite.parameter.Slot;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form of a network that predicts: each batch normalisation that adjoins a dense layer is folded into it.
///
/// In prediction a batch normalisation is `y = g·x + c` with `g = γ / √(variance + ε)` and `c = β − g·mean`. Behind a
/// linear dense layer it goes into the columns of W and into b; before a dense layer into the rows of W and into b.
/// Layers that prediction leaves out may stand between. What adjoins no dense layer stays as it is.
public final class Folding {
    private final Network network;
    private final List<FoldingStep> steps;

    private Folding(Network network, List<FoldingStep> steps) {
        this.network = network;
        this.steps = steps;
    }

    /// A layer, the slots of its parameters, and what is folded into it.
    private record Node(Layer layer, List<Slot> slots, List<Node> before, List<Node> behind, List<Node> inner) {
        boolean isLinear() {
            return layer instanceof Dense dense && dense.activation() instanceof Identity;
        }

        boolean isIdle() {
            return layer instanceof Dropout || layer instanceof AlphaDropout || layer instanceof GaussianNoise;
        }
    }

    /// The folded form of `network`.
    public static Folding of(Network network) {
        Iterator<Slot> slots = slots(network);
        List<Node> nodes = folded(nodes(network.layers(), network.input(), slots));
        Network smaller = new Network(network.input(), layers(nodes));
        List<FoldingStep> steps = new ArrayList<>();
        addSteps(nodes, slots(smaller), steps);
        return new Folding(smaller, List.copyOf(steps));
    }

    private static Iterator<Slot> slots(Network network) {
        return Program.forPrediction(network, 1).layout().slots().iterator();
    }

    /// The network to predict with.
    public Network network() {
        return network;
    }

    /// The parameters of the folded network.
    ///
    /// @param from parameters of the network as it is
    /// @return an array laid out for [#network]
    public float[] apply(Parameters from) {
        float[] to = new float[length()];
        apply(from.toArray(), to);
        return to;
    }

    /// Length of the array of the folded parameters, padding included.
    public int length() {
        return Program.forPrediction(network, 1).layout().length();
    }

    /// Writes the parameters of the folded network.
    ///
    /// @param from parameters of the network as it is
    /// @param to   receives those of [#network]
    public void apply(float[] from, float[] to) {
        for (FoldingStep step : steps) {
            step.apply(from, to);
        }
    }

    private static List<Node> nodes(List<Layer> layers, Shape input, Iterator<Slot> slots) {
        List<Node> nodes = new ArrayList<>();
        Shape shape = input;
        for (Layer layer : layers) {
            if (layer instanceof Residual residual) {
                List<Node> inner = nodes(residual.layers(), shape, slots);
                nodes.add(new Node(layer, List.of(), List.of(), List.of(), inner));
            } else {
                List<Slot> own = take(slots, parameters(layer, shape));
                nodes.add(new Node(layer, own, new ArrayList<>(), new ArrayList<>(), List.of()));
            }
            shape = layer.output(shape);
        }
        return nodes;
    }

    private static int parameters(Layer layer, Shape input) {
        Lowering alone = new Lowering(input, 1, false);
        Layer.lower(List.of(layer), alone);
        return alone.parameters().size();
    }

    private static List<Slot> take(Iterator<Slot> slots, int count) {
        List<Slot> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(slots.next());
        }
        return List.copyOf(taken);
    }

    /// The nodes that are left when those that can be folded have joined their neighbours.
    private static List<Node> folded(List<Node> nodes) {
        List<Node> left = new ArrayList<>();
        for (Node node : nodes) {
            Node neighbour = node.layer() instanceof BatchNorm ? last(left) : null;
            if (neighbour != null && neighbour.isLinear()) {
                neighbour.behind().add(node);
            } else {
                left.add(node);
            }
        }
        List<Node> result = new ArrayList<>();
        for (Node node : left.reversed()) {
            Node neighbour = node.layer() instanceof BatchNorm ? last(result) : null;
            if (neighbour != null && neighbour.layer() instanceof Dense) {
                neighbour.before().add(node);
            } else {
                result.add(inside(node));
            }
        }
        return result.reversed();
    }

    private static Node inside(Node node) {
        return node.layer() instanceof Residual
                ? new Node(node.layer(), List.of(), List.of(), List.of(), folded(node.inner()))
                : node;
    }

    /// The last layer that prediction does not leave out.
    private static @Nullable Node last(List<Node> nodes) {
        return nodes.reversed().stream()
                .filter(node -> !node.isIdle())
                .findFirst()
                .orElse(null);
    }

    private static List<Layer> layers(List<Node> nodes) {
        return nodes.stream().map(Folding::layer).toList();
    }

    private static Layer layer(Node node) {
        return switch (node.layer()) {
            case Dense dense when !node.before().isEmpty() || !node.behind().isEmpty() -> dense.withBias();
            case Residual ignored -> new Residual(layers(node.inner()));
            case Layer layer -> layer;
        };
    }

    private static void addSteps(List<Node> nodes, Iterator<Slot> slots, List<FoldingStep> steps) {
        for (Node node : nodes) {
            if (node.layer() instanceof Residual) {
                addSteps(node.inner(), slots, steps);
                continue;
            }
            List<Slot> to = new ArrayList<>();
            for (Slot slot : node.slots()) {
                to.add(slots.next());
                steps.add(new FoldingStep.Copy(slot, to.getLast()));
            }
            if (node.slots().size() == 1
                    && !(node.before().isEmpty() && node.behind().isEmpty())) {
                to.add(slots.next());
                steps.add(new FoldingStep.Clear(to.getLast()));
            }
            node.before().forEach(norm -> steps.add(new FoldingStep.Before(scaling(norm), to.get(0), to.get(1))));
            node.behind().forEach(norm -> steps.add(new FoldingStep.Behind(scaling(norm), to.get(0), to.get(1))));
        }
    }

    private static FoldingStep.Scaling scaling(Node node) {
        List<Slot> slots = node.slots();
        double epsilon = ((BatchNorm) node.layer()).epsilon();
        return new FoldingStep.Scaling(slots.get(0), slots.get(1), slots.get(2), slots.get(3), epsilon);
    }
}
