package dev.neurite.op;

import dev.neurite.activation.Activation;
import dev.neurite.parameter.Rows;
import dev.neurite.parameter.Slot;
import java.util.Arrays;

/// An activation of learned strength: `y = x + a·(f(x) − x)`, with a strength a for each column.
///
/// Backward: `dx = dy·(1 + a·(f′(x) − 1))`, `da = Σ_rows dy·(f(x) − x)`. Holzmüller et al. 2024, "Better by default",
/// section 3.
///
/// @param function   f(X)
/// @param strength   a (1, columns)
/// @param activation f
public record AdaptiveActivationOp(
        String name, Region input, Region function, Region output, Slot strength, Activation activation) implements Op {
    @Override
    public void forward(Workspace w) {
        Rows x = w.values(input);
        Rows f = w.values(function);
        Rows y = w.values(output);
        Rows a = w.parameter(strength);
        Elementwise.apply(name, activation, w.rows(), x, f);
        for (int row = 0; row < w.rows(); row++) {
            for (int j = 0; j < y.columns(); j++) {
                float value = x.at(row, j);
                y.data()[y.row(row) + j] = value + a.at(0, j) * (f.at(row, j) - value);
            }
        }
    }

    @Override
    public void backward(Workspace w) {
        writeGradient(w);
        if (input.needsDelta()) {
            writeDelta(w.rows(), derivative(w), w.parameter(strength), w.deltas(output), w.deltas(input));
        }
    }

    private void writeGradient(Workspace w) {
        Rows x = w.values(input);
        Rows f = w.values(function);
        Rows dy = w.deltas(output);
        double[] sums = w.sums();
        ColumnSums.clear(sums, 0, x.columns());
        for (int row = 0; row < w.rows(); row++) {
            for (int j = 0; j < x.columns(); j++) {
                sums[j] += dy.at(row, j) * ((double) f.at(row, j) - x.at(row, j));
            }
        }
        ColumnSums.store(sums, 0, w.gradient(strength));
    }

    /// f′(X): what ones become when they are multiplied by it. They stand where the deltas of f(X) would.
    private Rows derivative(Workspace w) {
        Rows slope = w.deltas(function);
        Arrays.fill(slope.data(), slope.offset(), slope.row(w.rows()), 1);
        Rows saved = w.values(activation.readsInput() ? input : function);
        Elementwise.multiplyByDerivative(name, activation, w.rows(), saved, slope);
        return slope;
    }

    private static void writeDelta(int rows, Rows slope, Rows a, Rows dy, Rows dx) {
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < dx.columns(); j++) {
                double factor = 1 + a.at(0, j) * (slope.at(row, j) - 1.0);
                dx.data()[dx.row(row) + j] = Elementwise.delta(dy.at(row, j) * factor);
            }
        }
    }

    @Override
    public String toString() {
        return "%s = %s + %s·(%s(%s) − %s)"
                .formatted(output.name(), input.name(), strength.name(), activation.name(), input.name(), input.name());
    }
}
