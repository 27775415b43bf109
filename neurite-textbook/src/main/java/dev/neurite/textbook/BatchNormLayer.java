package dev.neurite.textbook;

import dev.neurite.network.BatchNorm;
import dev.neurite.random.Seed;
import java.util.List;

/// Batch normalisation. In training, with mean `μ[j]` and variance `v[j]` of each column over the n rows:
///
/// ```text
/// x̂[r][j] = (x[r][j] − μ[j]) / √(v[j] + ε)
/// y[r][j] = γ[j]·x̂[r][j] + β[j]
/// ```
///
/// Backward:
///
/// ```text
/// dβ[j]    = Σᵣ dy[r][j]
/// dγ[j]    = Σᵣ dy[r][j]·x̂[r][j]
/// dx[r][j] = γ[j] / √(v[j] + ε) · (dy[r][j] − dβ[j]/n − x̂[r][j]·dγ[j]/n)
/// ```
///
/// In prediction μ and v are running statistics, which each step moves by `momentum` towards those of its batch, where
/// the variance is divided by n − 1 and not by n. Ioffe and Szegedy 2015, "Batch normalization".
///
/// The parameters are, one row behind the other, γ, β, running mean, running variance.
///
/// @param place   where the layer stands
/// @param columns columns of x and y
/// @param norm    momentum and ε
record BatchNormLayer(Place place, int columns, BatchNorm norm) implements TextbookLayer {
    @Override
    public Trace forward(double[] p, double[][] x, DropoutMasks masks) {
        return normalized(p, x, means(x), variances(x));
    }

    @Override
    public Trace predict(double[] p, double[][] x) {
        double[] means = new double[columns];
        double[] variances = new double[columns];
        for (int j = 0; j < columns; j++) {
            means[j] = p[at(2, j)];
            variances[j] = p[at(3, j)];
        }
        return normalized(p, x, means, variances);
    }

    private Trace normalized(double[] p, double[][] x, double[] means, double[] variances) {
        double[][] n = Each.matrix(x, (r, j) -> (x[r][j] - means[j]) / Math.sqrt(variances[j] + norm.epsilon()));
        return new Trace(x, n, Each.matrix(x, (r, j) -> p[at(0, j)] * n[r][j] + p[at(1, j)]));
    }

    private double[] means(double[][] x) {
        double[] means = new double[columns];
        for (int j = 0; j < columns; j++) {
            means[j] = Each.sumOfRows(x.length, j, (r, c) -> x[r][c]) / x.length;
        }
        return means;
    }

    private double[] variances(double[][] x) {
        double[] means = means(x);
        double[] variances = new double[columns];
        for (int j = 0; j < columns; j++) {
            variances[j] = Each.sumOfRows(x.length, j, (r, c) -> Math.pow(x[r][c] - means[c], 2)) / x.length;
        }
        return variances;
    }

    @Override
    public double[][] backward(double[] p, Trace trace, double[][] dA, double[] gradient) {
        double[][] n = trace.inner();
        int rows = n.length;
        double[] variances = variances(trace.input());
        for (int j = 0; j < columns; j++) {
            gradient[at(0, j)] = Each.sumOfRows(rows, j, (r, c) -> dA[r][c] * n[r][c]);
            gradient[at(1, j)] = Each.sumOfRows(rows, j, (r, c) -> dA[r][c]);
        }
        return Each.matrix(dA, (r, j) -> {
            double centred = dA[r][j] - (gradient[at(1, j)] + n[r][j] * gradient[at(0, j)]) / rows;
            return p[at(0, j)] / Math.sqrt(variances[j] + norm.epsilon()) * centred;
        });
    }

    @Override
    public void observe(double[] p, Trace trace) {
        double rows = trace.input().length;
        double[] means = means(trace.input());
        double[] variances = variances(trace.input());
        for (int j = 0; j < columns; j++) {
            p[at(2, j)] += norm.momentum() * (means[j] - p[at(2, j)]);
            p[at(3, j)] += norm.momentum() * (variances[j] * rows / (rows - 1) - p[at(3, j)]);
        }
    }

    private int at(int row, int j) {
        return place.from() + row * columns + j;
    }

    @Override
    public void initialize(double[] p, Seed seed) {
        List<ParameterBlock> blocks = blocks();
        Each.fill(p, blocks.get(0), 1);
        Each.fill(p, blocks.get(1), 0);
        Each.fill(p, blocks.get(2), 0);
        Each.fill(p, blocks.get(3), 1);
    }

    @Override
    public List<ParameterBlock> blocks() {
        return List.of(
                place.row("gain", 0, columns),
                place.row("bias", 1, columns),
                place.row("mean", 2, columns),
                place.row("variance", 3, columns));
    }
}
