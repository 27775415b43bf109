package dev.neurite.program;

import dev.neurite.kernels.Team;
import dev.neurite.network.Layer;
import dev.neurite.network.Network;
import dev.neurite.op.Lowering;
import dev.neurite.op.Op;
import dev.neurite.op.ParameterViews;
import dev.neurite.op.Region;
import dev.neurite.op.Workspace;
import dev.neurite.parameter.Layout;
import dev.neurite.parameter.Parameters;
import dev.neurite.parameter.Slot;
import dev.neurite.random.Seed;
import java.util.List;

/// A network compiled into a straight line of ops over preallocated arrays.
///
/// A program is immutable and holds no numbers; those are in a [Workspace], one for each caller. Its `toString` is
/// the listing of its ops.
public final class Program {
    private final Network network;
    private final int maxRows;
    private final Op[] ops;
    private final List<Region> regions;
    private final Layout layout;
    private final List<Lowering.Parameter> parameters;

    private Program(Network network, int maxRows, Lowering lowering) {
        this.network = network;
        this.maxRows = maxRows;
        this.ops = lowering.ops().toArray(Op[]::new);
        this.regions = lowering.regions();
        this.layout = lowering.layout();
        this.parameters = lowering.parameters();
    }

    /// The program for training.
    ///
    /// @param maxRows rows of the largest batch
    public static Program forTraining(Network network, int maxRows) {
        return compile(network, maxRows, true);
    }

    /// The program for prediction, without what only training needs.
    ///
    /// @param maxRows rows of the largest batch
    public static Program forPrediction(Network network, int maxRows) {
        return compile(network, maxRows, false);
    }

    private static Program compile(Network network, int maxRows, boolean training) {
        if (maxRows < 1) {
            throw new IllegalArgumentException("maxRows must be positive, got " + maxRows);
        }
        Lowering lowering = new Lowering(network.input(), maxRows, training);
        Layer.lower(network.layers(), lowering);
        return new Program(network, maxRows, lowering);
    }

    /// The parameters at the start of training.
    public Parameters initialize(Seed seed) {
        float[] values = new float[layout.length()];
        for (Lowering.Parameter parameter : parameters) {
            fill(values, parameter, seed.split(parameter.slot().name()));
        }
        return Parameters.of(layout, values);
    }

    private static void fill(float[] values, Lowering.Parameter parameter, Seed seed) {
        Slot slot = parameter.slot();
        for (int row = 0; row < slot.rows(); row++) {
            for (int column = 0; column < slot.columns(); column++) {
                long index = (long) row * slot.columns() + column;
                values[slot.offset() + row * slot.stride() + column] = draw(parameter, seed, index);
            }
        }
    }

    private static float draw(Lowering.Parameter parameter, Seed seed, long index) {
        float start = (float) parameter.initializer().draw(seed, index, parameter.fanIn(), parameter.fanOut());
        if (!Float.isFinite(start)) {
            throw new IllegalArgumentException(parameter.layer() + ": initializer " + parameter.initializer()
                    + " must draw finite numbers, but number " + index + " of "
                    + parameter.slot().name() + " is " + start);
        }
        return start;
    }

    /// Memory to run this program in, in the calling thread alone.
    ///
    /// @param parameters array of the parameters, as long as the layout
    /// @param gradients  array of the gradients, as long as the layout; of length 0 for prediction alone
    public Workspace workspace(float[] parameters, float[] gradients) {
        return workspace(parameters, gradients, Team.of(1));
    }

    /// Memory to run this program in.
    ///
    /// @param parameters array of the parameters, as long as the layout
    /// @param gradients  array of the gradients, as long as the layout; of length 0 for prediction alone
    /// @param team       threads that share large multiplications
    @SuppressWarnings("exports") // for modules that have access to Team
    public Workspace workspace(float[] parameters, float[] gradients, Team team) {
        return new Workspace(regions, maxRows, layout, parameters, gradients, team);
    }

    /// Memory to predict in.
    ///
    /// @param parameters the parameters, which do not change and which other workspaces may share
    /// @param team       threads that share large multiplications
    @SuppressWarnings("exports") // for modules that have access to Team
    public Workspace workspace(ParameterViews parameters, Team team) {
        return new Workspace(regions, maxRows, parameters, team);
    }

    /// Bytes of the numbers that a workspace for training holds.
    public long trainingBytes() {
        return Workspace.trainingBytes(regions);
    }

    /// Runs all ops on the rows in the input region.
    public void forward(Workspace workspace) {
        for (Op op : ops) {
            op.forward(workspace);
        }
    }

    /// Runs all ops backward from the deltas of the output region.
    public void backward(Workspace workspace) {
        for (int i = ops.length - 1; i >= 0; i--) {
            ops[i].backward(workspace);
        }
    }

    /// The network.
    public Network network() {
        return network;
    }

    /// Where the parameters stand.
    public Layout layout() {
        return layout;
    }

    /// The parameters in order, with their start and how they learn.
    public List<Lowering.Parameter> parameters() {
        return parameters;
    }

    /// The ops in order.
    public List<Op> ops() {
        return List.of(ops);
    }

    /// Where the examples of a batch go.
    public Region input() {
        return regions.getFirst();
    }

    /// Where the logits come out.
    public Region output() {
        return ops.length == 0 ? input() : ops[ops.length - 1].output();
    }

    @Override
    public String toString() {
        StringBuilder listing = new StringBuilder();
        for (Op op : ops) {
            listing.append(op).append('\n');
        }
        return listing.toString();
    }
}
