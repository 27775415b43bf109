package dev.neurite.op;

import dev.neurite.initialize.Initializer;
import dev.neurite.parameter.Layout;
import dev.neurite.parameter.Learning;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Shape;
import dev.neurite.parameter.Slot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where layers write themselves down as ops, regions and parameters.
///
/// The layers of a network are lowered in order. Each reads [#current], takes the parameters and then the regions that
/// it needs, and appends ops; the output of the last one is the region that the next layer reads.
public final class Lowering {
    private final int maxRows;
    private final boolean training;
    private final List<Region> regions = new ArrayList<>();
    private final List<Op> ops = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final Layout.Builder layout = new Layout.Builder();
    private final Set<Region> written = new HashSet<>();
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private Scope scope = new Scope("input", "", false);
    private boolean learns;
    private boolean hasRegions;
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

    /// A parameter, how it starts and how it learns.
    ///
    /// @param layer       name of its layer for messages, such as `layer 2 (Dense)`
    /// @param slot        where it stands
    /// @param initializer its start
    /// @param fanIn       inputs of its layer
    /// @param fanOut      outputs of its layer
    /// @param learning    what training does to it
    public record Parameter(
            String layer, Slot slot, Initializer initializer, int fanIn, int fanOut, Learning learning) {}

    /// The layer that is being lowered: its name for messages, what the names of its parameters start with, and
    /// whether it is a user's.
    private record Scope(String name, String prefix, boolean custom) {}

    /// Names the layer that is lowered next; inside a layer that has not been left, one of its inner layers.
    ///
    /// @param index  position in the network or among the inner layers, from 1
    /// @param name   kind of layer, such as `Dense`
    /// @param custom whether it is a user's, whose ops training watches for NaN
    public void enter(int index, String name, boolean custom) {
        scopes.push(scope);
        String own = "layer " + index + " (" + name + ")";
        boolean inner = !scope.prefix().isEmpty();
        scope = new Scope(inner ? scope.name() + ", " + own : own, scope.prefix() + "layer" + index + ".", custom);
        hasRegions = false;
    }

    /// Goes back to the layer around the current one.
    public void leave() {
        scope = scopes.pop();
    }

    /// The name of the current layer for messages, such as `layer 2 (Dense)`.
    public String layer() {
        return scope.name();
    }

    /// Whether the program is for training.
    public boolean training() {
        return training;
    }

    /// The region that the next op reads: the output of the last one, at first the input of the network.
    public Region current() {
        return current;
    }

    /// A new parameter of `rows` × `columns` numbers. A layer takes its parameters before its regions.
    ///
    /// @param name        such as `weight`; the name of the layer is put before it
    /// @param role        what it is for
    /// @param initializer its start
    /// @param fanIn       inputs of the layer, as the initializer wants them
    /// @param fanOut      outputs of the layer
    /// @param learning    what training does to it; ignored for statistics, which no gradient moves
    public Slot parameter(
            String name,
            int rows,
            int columns,
            Role role,
            Initializer initializer,
            int fanIn,
            int fanOut,
            Learning learning) {
        if (hasRegions) {
            throw new IllegalStateException(layer() + ": parameter " + name + " must be taken before any region");
        }
        Slot slot = layout.add(scope.prefix() + name, rows, columns, role);
        parameters.add(new Parameter(layer(), slot, initializer, fanIn, fanOut, learning));
        learns |= role.learns() && !learning.frozen();
        return slot;
    }

    /// A new parameter with one number for each column of [#current].
    public Slot row(String name, Role role, double start) {
        int columns = current.columns();
        return parameter(name, 1, columns, role, Initializer.constant(start), columns, columns, Learning.free());
    }

    /// A new region for the values of a batch.
    ///
    /// @param name    such as `output`; the name of the layer is put before it
    /// @param columns numbers of one example
    public Region region(String name, int columns) {
        return region(name, maxRows, columns);
    }

    /// A new region of a fixed number of rows, for what an op keeps from forward to backward besides values.
    public Region region(String name, int rows, int columns) {
        int offset = regions.isEmpty() ? 0 : regions.getLast().end();
        Region region = new Region(regions.size(), scope.prefix() + name, rows, columns, offset, learns);
        regions.add(region);
        hasRegions = true;
        return region;
    }

    /// Appends an op; its output becomes the current region.
    ///
    /// @throws IllegalStateException if another op writes that region
    public void add(Op op) {
        if (!written.add(op.output())) {
            throw new IllegalStateException(
                    "two ops write region " + op.output().name());
        }
        ops.add(training && scope.custom() ? new CheckedOp(op, layer(), current) : op);
        current = op.output();
    }

    /// The ops in order.
    public List<Op> ops() {
        return List.copyOf(ops);
    }

    /// The regions in order, the input first.
    public List<Region> regions() {
        return List.copyOf(regions);
    }

    /// Where the parameters stand.
    public Layout layout() {
        return layout.build();
    }

    /// The parameters in order.
    public List<Parameter> parameters() {
        return List.copyOf(parameters);
    }
}
