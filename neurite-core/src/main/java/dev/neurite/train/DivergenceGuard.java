package dev.neurite.train;

import dev.neurite.op.Op;
import dev.neurite.op.Workspace;
import dev.neurite.parameter.Rows;
import dev.neurite.program.Program;

/// Sees when a training has left the numbers that it can compute with, and where.
///
/// A training has diverged when the loss of a batch is not finite, or more than a million times the first one (and a
/// million): no loss climbs so far and comes back.
final class DivergenceGuard {
    private static final double LIMIT = 1e6;

    private final Program program;
    private final Workspace workspace;
    private double limit = Double.NaN;

    DivergenceGuard(Program program, Workspace workspace) {
        this.program = program;
        this.workspace = workspace;
    }

    /// Whether a loss is beyond recovery.
    boolean isLost(double loss) {
        if (Double.isNaN(limit) && Double.isFinite(loss)) {
            limit = LIMIT * Math.max(1, loss);
        }
        return !(loss <= limit);
    }

    /// The first layer whose outputs are not finite, or else larger than the limit; else `loss`.
    String place() {
        String large = "loss";
        for (int i = program.ops().size() - 1; i >= 0; i--) {
            Op op = program.ops().get(i);
            large = !(largest(workspace.values(op.output())) < LIMIT) ? op.name() : large;
        }
        for (Op op : program.ops()) {
            if (!Float.isFinite(largest(workspace.values(op.output())))) {
                return op.name();
            }
        }
        return large;
    }

    private float largest(Rows values) {
        float largest = 0;
        for (int row = 0; row < workspace.rows(); row++) {
            for (int j = 0; j < values.columns(); j++) {
                largest = Math.max(largest, Math.abs(values.at(row, j)));
            }
        }
        return largest;
    }
}
