package dev.neurite.op;

import dev.neurite.parameter.Rows;
import dev.neurite.parameter.Slot;

/// PReLU: `y = x` above 0, else `a·x`, with a slope a for each column.
///
/// Backward: `dx = dy` above 0, else `a·dy`; `da = Σ_rows dy·x` over the numbers not above 0. He et al. 2015, "Delving
/// deep into rectifiers", equations 1 and 8 to 9.
///
/// @param slope a (1, columns)
public record PreluOp(String name, Region input, Region output, Slot slope) implements Op {
    @Override
    public void forward(Workspace w) {
        Rows x = w.values(input);
        Rows y = w.values(output);
        Rows a = w.parameter(slope);
        for (int row = 0; row < w.rows(); row++) {
            forward(x.data(), x.row(row), a.data(), a.offset(), y.data(), y.row(row), y.columns());
        }
    }

    private static void forward(float[] x, int xAt, float[] a, int aAt, float[] y, int yAt, int columns) {
        for (int j = 0; j < columns; j++) {
            float value = x[xAt + j];
            y[yAt + j] = value > 0 ? value : a[aAt + j] * value;
        }
    }

    @Override
    public void backward(Workspace w) {
        Rows x = w.values(input);
        Rows dy = w.deltas(output);
        double[] sums = w.sums();
        ColumnSums.clear(sums, 0, x.columns());
        for (int row = 0; row < w.rows(); row++) {
            for (int j = 0; j < x.columns(); j++) {
                sums[j] += (double) dy.at(row, j) * Math.min(x.at(row, j), 0);
            }
        }
        ColumnSums.store(sums, 0, w.gradient(slope));
        if (input.needsDelta()) {
            writeDelta(w.rows(), x, w.parameter(slope), dy, w.deltas(input));
        }
    }

    private static void writeDelta(int rows, Rows x, Rows a, Rows dy, Rows dx) {
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < x.columns(); j++) {
                float d = dy.at(row, j);
                dx.data()[dx.row(row) + j] = x.at(row, j) > 0 ? d : Elementwise.delta((double) a.at(0, j) * d);
            }
        }
    }

    @Override
    public String toString() {
        return output.name() + " = prelu(" + input.name() + ", " + slope.name() + ")";
    }
}
