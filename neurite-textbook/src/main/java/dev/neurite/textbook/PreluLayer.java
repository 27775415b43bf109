package dev.neurite.textbook;

import dev.neurite.random.Seed;
import java.util.List;

/// PReLU: `y[r][j] = x[r][j]` where that is positive, else `a[j]·x[r][j]`.
///
/// Backward: `dx[r][j] = dy[r][j]` or `a[j]·dy[r][j]`, and `da[j] = Σᵣ dy[r][j]·x[r][j]` over the rows where x is not
/// positive. He et al. 2015, "Delving deep into rectifiers".
///
/// @param slope where a stands
/// @param start start of a
record PreluLayer(ParameterBlock slope, double start) implements TextbookLayer {
    @Override
    public Trace forward(double[] p, double[][] x, DropoutMasks masks) {
        return new Trace(x, x, Each.matrix(x, (r, j) -> factor(p, x[r][j], j) * x[r][j]));
    }

    private double factor(double[] p, double x, int j) {
        return x > 0 ? 1 : p[slope.from() + j];
    }

    @Override
    public double[][] backward(double[] p, Trace trace, double[][] dA, double[] gradient) {
        double[][] x = trace.input();
        for (int j = 0; j < slope.columns(); j++) {
            gradient[slope.from() + j] = Each.sumOfRows(x.length, j, (r, c) -> x[r][c] > 0 ? 0 : dA[r][c] * x[r][c]);
        }
        return Each.matrix(x, (r, j) -> factor(p, x[r][j], j) * dA[r][j]);
    }

    @Override
    public void initialize(double[] p, Seed seed) {
        Each.fill(p, slope, start);
    }

    @Override
    public List<ParameterBlock> blocks() {
        return List.of(slope);
    }
}
