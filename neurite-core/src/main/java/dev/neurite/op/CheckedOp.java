package dev.neurite.op;

import dev.neurite.parameter.Rows;

/// An op of a user's layer, which finds out when it makes NaN of numbers: without this, training would only say that it
/// diverged, and where backward is to blame, in another layer.
///
/// @param op    the user's op
/// @param layer name of its layer for messages, such as `layer 2 (Mine)`
/// @param input the region before it
record CheckedOp(Op op, String layer, Region input) implements Op {
    @Override
    public String name() {
        return op.name();
    }

    @Override
    public Region output() {
        return op.output();
    }

    @Override
    public void forward(Workspace workspace) {
        op.forward(workspace);
        int rows = workspace.rows();
        Rows values = workspace.values(output());
        int bad = firstNaN(rows, values);
        if (bad >= 0 && firstNaN(rows, workspace.values(input)) < 0) {
            throw refusal(values, bad, "its output");
        }
    }

    @Override
    public void backward(Workspace workspace) {
        int rows = workspace.rows();
        boolean had = firstNaN(rows, workspace.deltas(output())) >= 0;
        op.backward(workspace);
        Rows deltas = workspace.deltas(input);
        int bad = input.needsDelta() && !had ? firstNaN(rows, deltas) : -1;
        if (bad >= 0) {
            throw refusal(deltas, bad, "the gradient by its input");
        }
    }

    /// The position of the first NaN, row by row; −1 if there is none.
    private static int firstNaN(int rows, Rows values) {
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < values.columns(); j++) {
                if (Float.isNaN(values.at(row, j))) {
                    return row * values.columns() + j;
                }
            }
        }
        return -1;
    }

    private IllegalArgumentException refusal(Rows values, int position, String what) {
        return new IllegalArgumentException(layer + " must give numbers, but number " + position % values.columns()
                + " of row " + position / values.columns() + " of " + what + " is NaN");
    }

    @Override
    public String toString() {
        return op.toString();
    }
}
