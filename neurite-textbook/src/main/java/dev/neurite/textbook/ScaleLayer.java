package dev.neurite.textbook;

import dev.neurite.random.Seed;
import java.util.List;

/// A factor for each column: `y[r][j] = s[j]·x[r][j]`; backward `dx[r][j] = s[j]·dy[r][j]`,
/// `ds[j] = Σᵣ dy[r][j]·x[r][j]`.
///
/// @param scale where s stands
/// @param start start of s
record ScaleLayer(ParameterBlock scale, double start) implements TextbookLayer {
    @Override
    public Trace forward(double[] p, double[][] x, DropoutMasks masks) {
        return new Trace(x, x, Each.matrix(x, (r, j) -> p[scale.from() + j] * x[r][j]));
    }

    @Override
    public double[][] backward(double[] p, Trace trace, double[][] dA, double[] gradient) {
        double[][] x = trace.input();
        for (int j = 0; j < scale.columns(); j++) {
            gradient[scale.from() + j] = Each.sumOfRows(x.length, j, (r, c) -> dA[r][c] * x[r][c]);
        }
        return Each.matrix(x, (r, j) -> p[scale.from() + j] * dA[r][j]);
    }

    @Override
    public void initialize(double[] p, Seed seed) {
        Each.fill(p, scale, start);
    }

    @Override
    public List<ParameterBlock> blocks() {
        return List.of(scale);
    }
}
