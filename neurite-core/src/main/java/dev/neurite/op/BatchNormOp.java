package dev.neurite.op;

import dev.neurite.parameter.Rows;
import dev.neurite.parameter.Slot;

/// Batch normalisation in training: with mean μ and variance σ² of each column over the n rows of the batch,
/// `x̂ = (x − μ) / √(σ² + ε)`, `y = γ·x̂ + β`.
///
/// Backward: `dγ = Σ_rows dy·x̂`, `dβ = Σ_rows dy`, `dx = γ / √(σ² + ε) · (dy − dβ/n − x̂·dγ/n)`. Ioffe and Szegedy
/// 2015, "Batch normalization", algorithm 1.
///
/// Backward also moves the running statistics, so that a forward alone, as when a loss is measured, leaves them as they
/// are: `running ← running + momentum·(observed − running)`, with the unbiased variance `σ²·n/(n − 1)` (algorithm 2).
/// Sums are in row order and double precision; rows count alike, whatever their weights.
///
/// @param normalized x̂
/// @param observed   three rows: μ, σ², 1 / √(σ² + ε)
/// @param gain       γ (1, columns)
/// @param bias       β (1, columns)
/// @param mean       running mean (1, columns)
/// @param variance   running variance (1, columns)
/// @param epsilon    ε
/// @param momentum   share of the batch in the running statistics
public record BatchNormOp(
        String name,
        Region input,
        Region normalized,
        Region observed,
        Region output,
        Slot gain,
        Slot bias,
        Slot mean,
        Slot variance,
        double epsilon,
        double momentum)
        implements Op {
    /// Rows that [#observed] has.
    public static final int OBSERVED = 3;

    @Override
    public void forward(Workspace w) {
        double[] sums = w.sums();
        int columns = input.columns();
        observe(w.rows(), w.values(input), sums, columns);
        Rows statistics = w.values(observed);
        for (int j = 0; j < columns; j++) {
            double inverse = 1 / Math.sqrt(sums[columns + j] + epsilon);
            statistics.data()[statistics.row(0) + j] = (float) sums[j];
            statistics.data()[statistics.row(1) + j] = (float) sums[columns + j];
            statistics.data()[statistics.row(2) + j] = (float) inverse;
            sums[columns + j] = inverse;
        }
        normalize(w, sums, columns);
    }

    /// Leaves μ in the first half of `sums`, σ² behind it.
    private static void observe(int rows, Rows x, double[] sums, int columns) {
        ColumnSums.of(rows, x, sums, 0);
        ColumnSums.clear(sums, columns, columns);
        for (int j = 0; j < columns; j++) {
            sums[j] /= rows;
        }
        for (int row = 0; row < rows; row++) {
            addSquares(x.data(), x.row(row), columns, sums);
        }
        for (int j = columns; j < 2 * columns; j++) {
            sums[j] /= rows;
        }
    }

    private static void addSquares(float[] x, int offset, int columns, double[] sums) {
        for (int j = 0; j < columns; j++) {
            double centred = x[offset + j] - sums[j];
            sums[columns + j] += centred * centred;
        }
    }

    private void normalize(Workspace w, double[] sums, int columns) {
        Rows x = w.values(input);
        Rows n = w.values(normalized);
        Rows y = w.values(output);
        Rows g = w.parameter(gain);
        Rows b = w.parameter(bias);
        for (int row = 0; row < w.rows(); row++) {
            for (int j = 0; j < columns; j++) {
                float value = (float) ((x.at(row, j) - sums[j]) * sums[columns + j]);
                n.data()[n.row(row) + j] = value;
                y.data()[y.row(row) + j] = Math.fma(g.at(0, j), value, b.at(0, j));
            }
        }
    }

    @Override
    public void backward(Workspace w) {
        int columns = input.columns();
        double[] sums = w.sums();
        ColumnSums.ofProducts(w.rows(), w.deltas(output), w.values(normalized), sums, 0);
        ColumnSums.of(w.rows(), w.deltas(output), sums, columns);
        ColumnSums.store(sums, 0, w.gradient(gain));
        ColumnSums.store(sums, columns, w.gradient(bias));
        if (input.needsDelta()) {
            writeDelta(w, sums, columns);
        }
        remember(w);
    }

    private void writeDelta(Workspace w, double[] sums, int columns) {
        Rows n = w.values(normalized);
        Rows dy = w.deltas(output);
        Rows dx = w.deltas(input);
        Rows g = w.parameter(gain);
        Rows statistics = w.values(observed);
        double share = 1.0 / w.rows();
        for (int row = 0; row < w.rows(); row++) {
            for (int j = 0; j < columns; j++) {
                double centred = dy.at(row, j) - share * (sums[columns + j] + n.at(row, j) * sums[j]);
                dx.data()[dx.row(row) + j] = Elementwise.delta((double) g.at(0, j) * statistics.at(2, j) * centred);
            }
        }
    }

    private void remember(Workspace w) {
        Rows statistics = w.values(observed);
        Rows means = w.parameter(mean);
        Rows variances = w.parameter(variance);
        double unbiased = (double) w.rows() / Math.max(1, w.rows() - 1);
        for (int j = 0; j < means.columns(); j++) {
            follow(means, j, statistics.at(0, j));
            follow(variances, j, statistics.at(1, j) * unbiased);
        }
    }

    private void follow(Rows running, int j, double value) {
        double old = running.at(0, j);
        running.data()[running.offset() + j] = (float) (old + momentum * (value - old));
    }

    @Override
    public String toString() {
        return output.name() + " = batchNorm(" + input.name() + ", " + gain.name() + ", " + bias.name() + ")";
    }
}
