package dev.neurite.testkit.example;

import dev.neurite.network.Layer;
import dev.neurite.op.Lowering;
import dev.neurite.op.Op;
import dev.neurite.op.Region;
import dev.neurite.op.Workspace;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Rows;
import dev.neurite.parameter.Shape;
import dev.neurite.parameter.Slot;

/// `y = x + a·x²` with a learned bend a for each number, which starts at 0: a straight line.
record Bend() implements Layer.Custom {
    @Override
    public String name() {
        return "Bend";
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public void lower(Lowering lowering) {
        Region input = lowering.current();
        Slot bend = lowering.row("bend", Role.SHAPE, 0);
        Region output = lowering.region("output", input.columns());
        lowering.add(new BendOp(lowering.layer(), input, output, bend));
    }

    private record BendOp(String name, Region input, Region output, Slot bend) implements Op {
        @Override
        public void forward(Workspace workspace) {
            Rows x = workspace.values(input);
            Rows y = workspace.values(output);
            Rows a = workspace.parameter(bend);
            for (int row = 0; row < workspace.rows(); row++) {
                for (int j = 0; j < x.columns(); j++) {
                    y.data()[y.row(row) + j] = x.at(row, j) * (1 + a.at(0, j) * x.at(row, j));
                }
            }
        }

        /// `da = Σ dy·x²` over the rows, in order and in double; `dx = dy·(1 + 2·a·x)`.
        @Override
        public void backward(Workspace workspace) {
            Rows x = workspace.values(input);
            Rows dy = workspace.deltas(output);
            Rows da = workspace.gradient(bend);
            for (int j = 0; j < x.columns(); j++) {
                double sum = 0;
                for (int row = 0; row < workspace.rows(); row++) {
                    sum += (double) dy.at(row, j) * x.at(row, j) * x.at(row, j);
                }
                da.data()[da.row(0) + j] = (float) sum;
            }
            if (input.needsDelta()) {
                writeDelta(workspace.rows(), x, workspace.parameter(bend), dy, workspace.deltas(input));
            }
        }

        private static void writeDelta(int rows, Rows x, Rows a, Rows dy, Rows dx) {
            for (int row = 0; row < rows; row++) {
                for (int j = 0; j < x.columns(); j++) {
                    dx.data()[dx.row(row) + j] = dy.at(row, j) * (1 + 2 * a.at(0, j) * x.at(row, j));
                }
            }
        }
    }
}
