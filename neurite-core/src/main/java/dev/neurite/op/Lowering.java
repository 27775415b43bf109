package dev.neurite.op;

import dev.neurite.activation.Activation;
import dev.neurite.activation.Identity;
import dev.neurite.initialize.Initializer;
import dev.neurite.parameter.Layout;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Shape;
import dev.neurite.parameter.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where layers write themselves down as ops, regions and parameters.
///
/// The layers of a network are lowered in order; each reads [#current], appends what it needs and leaves its output
/// as the current region.
public final class Lowering {
    private final int maxRows;
    private final boolean training;
    private final List<Region> regions = new ArrayList<>();
    private final List<Op> ops = new ArrayList<>();
    private final List<Start> starts = new ArrayList<>();
    private final Layout.Builder layout = new Layout.Builder();
    private final Set<Region> written = new HashSet<>();
    private String layer = "input";
    private String prefix = "";
    private Region current;

    /// Starts with the input region.
    ///
    /// @param input    shape of one example
    /// @param maxRows  rows of the largest batch
    /// @param training whether ops that only training needs, such as dropout, are wanted
    public Lowering(Shape input, int maxRows, boolean training) {
        this.maxRows = maxRows;
        this.training = training;
        this.current = region("input", input.size());
        written.add(current);
    }

    /// How a parameter starts.
    ///
    /// @param slot        the parameter
    /// @param initializer its start
    /// @param fanIn       inputs of its layer
    /// @param fanOut      outputs of its layer
    public record Start(Slot slot, Initializer initializer, int fanIn, int fanOut) {}

    /// Names the layer that is lowered next.
    ///
    /// @param index position in the network, from 1
    /// @param name  kind of layer, such as `Dense`
    public void enter(int index, String name) {
        layer = "layer " + index + " (" + name + ")";
        prefix = "layer" + index + ".";
    }

    /// Appends a dense layer with its activation.
    public void dense(int units, Activation activation, boolean hasBias, Initializer weights, Initializer biases) {
        Region input = current;
        int inputs = input.columns();
        Slot weight = parameter("weight", inputs, units, Role.WEIGHT, weights, inputs, units);
        @Nullable Slot bias = hasBias ? parameter("bias", 1, units, Role.BIAS, biases, inputs, units) : null;
        boolean keepsBoth = activation.readsInput() && !(activation instanceof Identity);
        Region preActivation = region(prefix + (keepsBoth ? "preActivation" : "output"), units);
        Region output = keepsBoth ? region(prefix + "output", units) : preActivation;
        add(new DenseOp(layer, input, preActivation, output, weight, bias, activation, needsDelta(input)));
    }

    /// Appends dropout; nothing when not training.
    public void dropout(double rate) {
        if (training && rate > 0) {
            Region input = current;
            add(new DropoutOp(layer, input, region(prefix + "output", input.columns()), rate, needsDelta(input)));
        }
    }

    /// The ops in order.
    public List<Op> ops() {
        return List.copyOf(ops);
    }

    /// The regions in order, the input first.
    public List<Region> regions() {
        return List.copyOf(regions);
    }

    /// The parameters.
    public Layout layout() {
        return layout.build();
    }

    /// How each parameter starts.
    public List<Start> starts() {
        return List.copyOf(starts);
    }

    /// The region that the next layer reads.
    public Region current() {
        return current;
    }

    private boolean needsDelta(Region region) {
        return region.index() > 0;
    }

    private Slot parameter(
            String name, int rows, int columns, Role role, Initializer initializer, int fanIn, int fanOut) {
        Slot slot = layout.add(prefix + name, rows, columns, role);
        starts.add(new Start(slot, initializer, fanIn, fanOut));
        return slot;
    }

    private Region region(String name, int columns) {
        Region last = regions.isEmpty() ? null : regions.getLast();
        int offset = last == null ? 0 : Math.addExact(last.offset(), Math.multiplyExact(maxRows, last.stride()));
        Region region = new Region(regions.size(), name, columns, offset);
        regions.add(region);
        return region;
    }

    private void add(Op op) {
        if (!written.add(op.output())) {
            throw new IllegalStateException(
                    "two ops write region " + op.output().name());
        }
        ops.add(op);
        current = op.output();
    }
}
