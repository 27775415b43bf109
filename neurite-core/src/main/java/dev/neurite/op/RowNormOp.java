package dev.neurite.op;

import dev.neurite.parameter.Rows;
import dev.neurite.parameter.Slot;
import org.jspecify.annotations.Nullable;

/// Normalisation of each row of d numbers: `x̂ = (x − c) / √(s + ε)`, `y = γ·x̂ + β`.
///
/// With β it is layer normalisation (Ba et al. 2016, "Layer normalization"): c is the mean of the row and s its
/// variance. Without, it is root mean square normalisation (Zhang and Sennrich 2019, "Root mean square layer
/// normalization"): c is 0 and s the mean square.
///
/// Backward, with `g = γ·dy`: `dγ = Σ_rows dy·x̂`, `dβ = Σ_rows dy`, `dx = (g − mean(g) − x̂·mean(g·x̂)) / √(s + ε)`,
/// without mean(g) where c is 0. Sums are in order and double precision.
///
/// @param normalized x̂
/// @param inverse    one number a row: 1 / √(s + ε)
/// @param gain       γ (1, columns)
/// @param bias       β (1, columns), or null
/// @param epsilon    ε
public record RowNormOp(
        String name,
        Region input,
        Region normalized,
        Region inverse,
        Region output,
        Slot gain,
        @Nullable Slot bias,
        double epsilon)
        implements Op {
    @Override
    public void forward(Workspace w) {
        Rows x = w.values(input);
        Rows n = w.values(normalized);
        Rows inverses = w.values(inverse);
        for (int row = 0; row < w.rows(); row++) {
            double centre = bias == null ? 0 : sum(x, row) / x.columns();
            double factor = 1 / Math.sqrt(squares(x, row, centre) / x.columns() + epsilon);
            inverses.data()[inverses.row(row)] = (float) factor;
            for (int j = 0; j < x.columns(); j++) {
                n.data()[n.row(row) + j] = (float) ((x.at(row, j) - centre) * factor);
            }
        }
        multiply(w);
    }

    private static double sum(Rows x, int row) {
        double sum = 0;
        for (int j = 0; j < x.columns(); j++) {
            sum += x.at(row, j);
        }
        return sum;
    }

    private static double squares(Rows x, int row, double centre) {
        double sum = 0;
        for (int j = 0; j < x.columns(); j++) {
            double centred = x.at(row, j) - centre;
            sum += centred * centred;
        }
        return sum;
    }

    private void multiply(Workspace w) {
        Rows n = w.values(normalized);
        Rows y = w.values(output);
        Rows g = w.parameter(gain);
        for (int row = 0; row < w.rows(); row++) {
            for (int j = 0; j < y.columns(); j++) {
                float b = bias == null ? 0 : w.parameter(bias).at(0, j);
                y.data()[y.row(row) + j] = Math.fma(g.at(0, j), n.at(row, j), b);
            }
        }
    }

    @Override
    public void backward(Workspace w) {
        double[] sums = w.sums();
        ColumnSums.ofProducts(w.rows(), w.deltas(output), w.values(normalized), sums, 0);
        ColumnSums.store(sums, 0, w.gradient(gain));
        if (bias != null) {
            ColumnSums.of(w.rows(), w.deltas(output), sums, 0);
            ColumnSums.store(sums, 0, w.gradient(bias));
        }
        if (input.needsDelta()) {
            for (int row = 0; row < w.rows(); row++) {
                writeDelta(row, w.values(normalized), w.parameter(gain), w.deltas(output), w);
            }
        }
    }

    private void writeDelta(int row, Rows n, Rows g, Rows dy, Workspace w) {
        double sum = 0;
        double products = 0;
        for (int j = 0; j < n.columns(); j++) {
            double delta = (double) g.at(0, j) * dy.at(row, j);
            sum += delta;
            products += delta * n.at(row, j);
        }
        double mean = bias == null ? 0 : sum / n.columns();
        double projection = products / n.columns();
        double factor = w.values(inverse).at(row, 0);
        Rows dx = w.deltas(input);
        for (int j = 0; j < n.columns(); j++) {
            double centred = (double) g.at(0, j) * dy.at(row, j) - mean - n.at(row, j) * projection;
            dx.data()[dx.row(row) + j] = Elementwise.delta(factor * centred);
        }
    }

    @Override
    public String toString() {
        String kind = bias == null ? " = rmsNorm(" : " = layerNorm(";
        return output.name() + kind + input.name() + ", " + gain.name() + (bias == null ? "" : ", " + bias.name())
                + ")";
    }
}
