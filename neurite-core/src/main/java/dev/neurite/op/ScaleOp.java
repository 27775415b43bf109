package dev.neurite.op;

import dev.neurite.parameter.Rows;
import dev.neurite.parameter.Slot;

/// A factor for each column: `y = s·x`.
///
/// Backward: `dx = s·dy`, `ds = Σ_rows dy·x`.
///
/// @param scale s (1, columns)
public record ScaleOp(String name, Region input, Region output, Slot scale) implements Op {
    @Override
    public void forward(Workspace w) {
        multiply(w.rows(), w.values(input), w.parameter(scale), w.values(output));
    }

    @Override
    public void backward(Workspace w) {
        ColumnSums.ofProducts(w.rows(), w.values(input), w.deltas(output), w.sums(), 0);
        ColumnSums.store(w.sums(), 0, w.gradient(scale));
        if (input.needsDelta()) {
            multiply(w.rows(), w.deltas(output), w.parameter(scale), w.deltas(input));
        }
    }

    private static void multiply(int rows, Rows x, Rows s, Rows y) {
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < y.columns(); j++) {
                y.data()[y.row(row) + j] = Elementwise.delta((double) s.at(0, j) * x.at(row, j));
            }
        }
    }

    @Override
    public String toString() {
        return output.name() + " = " + scale.name() + " ⊙ " + input.name();
    }
}
