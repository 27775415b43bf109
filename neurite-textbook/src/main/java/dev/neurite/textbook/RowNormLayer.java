package dev.neurite.textbook;

import dev.neurite.random.Seed;
import java.util.ArrayList;
import java.util.List;

/// Normalisation of each row of d numbers, which is layer normalisation or, not centred, root mean
/// square normalisation:
///
/// ```text
/// c[r]    = Σⱼ x[r][j] / d, or 0 where not centred
/// s[r]    = Σⱼ (x[r][j] − c[r])² / d
/// x̂[r][j] = (x[r][j] − c[r]) / √(s[r] + ε)
/// y[r][j] = γ[j]·x̂[r][j] + β[j], without β where not centred
/// ```
///
/// Backward, with `g[r][j] = γ[j]·dy[r][j]`:
///
/// ```text
/// dγ[j]    = Σᵣ dy[r][j]·x̂[r][j]
/// dβ[j]    = Σᵣ dy[r][j]
/// dx[r][j] = (g[r][j] − Σₖ g[r][k]/d − x̂[r][j]·Σₖ g[r][k]·x̂[r][k]/d) / √(s[r] + ε)
/// ```
///
/// without the first sum where not centred. Ba et al. 2016, "Layer normalization"; Zhang and Sennrich 2019, "Root mean
/// square layer normalization".
///
/// @param place    where the layer stands; γ comes first, then β
/// @param columns  d
/// @param epsilon  ε
/// @param centred  whether the mean is taken away and β added
record RowNormLayer(Place place, int columns, double epsilon, boolean centred) implements TextbookLayer {
    @Override
    public Trace forward(double[] p, double[][] x, DropoutMasks masks) {
        double[][] n = Each.matrix(x, (r, j) -> (x[r][j] - centre(x, r)) / deviation(x, r));
        return new Trace(x, n, Each.matrix(x, (r, j) -> p[at(0, j)] * n[r][j] + (centred ? p[at(1, j)] : 0)));
    }

    private double centre(double[][] x, int row) {
        return centred ? Each.sumOfColumns(row, columns, (r, j) -> x[r][j]) / columns : 0;
    }

    private double deviation(double[][] x, int row) {
        double c = centre(x, row);
        return Math.sqrt(Each.sumOfColumns(row, columns, (r, j) -> (x[r][j] - c) * (x[r][j] - c)) / columns + epsilon);
    }

    @Override
    public double[][] backward(double[] p, Trace trace, double[][] dA, double[] gradient) {
        double[][] n = trace.inner();
        for (int j = 0; j < columns; j++) {
            gradient[at(0, j)] = Each.sumOfRows(n.length, j, (r, c) -> dA[r][c] * n[r][c]);
            if (centred) {
                gradient[at(1, j)] = Each.sumOfRows(n.length, j, (r, c) -> dA[r][c]);
            }
        }
        double[][] g = Each.matrix(dA, (r, j) -> p[at(0, j)] * dA[r][j]);
        return Each.matrix(dA, (r, j) -> {
            double mean = Each.sumOfColumns(r, columns, (row, k) -> g[row][k]) / columns;
            double projection = Each.sumOfColumns(r, columns, (row, k) -> g[row][k] * n[row][k]) / columns;
            return (g[r][j] - (centred ? mean : 0) - n[r][j] * projection) / deviation(trace.input(), r);
        });
    }

    private int at(int row, int j) {
        return place.from() + row * columns + j;
    }

    @Override
    public void initialize(double[] p, Seed seed) {
        Each.fill(p, blocks().getFirst(), 1);
    }

    @Override
    public List<ParameterBlock> blocks() {
        List<ParameterBlock> blocks = new ArrayList<>();
        blocks.add(place.row("gain", 0, columns));
        if (centred) {
            blocks.add(place.row("bias", 1, columns));
        }
        return blocks;
    }
}
