package dev.neurite.textbook;

import dev.neurite.activation.Activation;
import dev.neurite.random.Seed;
import java.util.List;

/// An activation of learned strength: `y = x + a·(f(x) − x)`.
///
/// Backward: `dx[r][j] = dy[r][j]·(1 + a[j]·(f′(x[r][j]) − 1))`, `da[j] = Σᵣ dy[r][j]·(f(x[r][j]) − x[r][j])`.
///
/// @param f        the function
/// @param strength where a stands
/// @param start    start of a
record AdaptiveLayer(Activation f, ParameterBlock strength, double start) implements TextbookLayer {
    @Override
    public Trace forward(double[] p, double[][] x, DropoutMasks masks) {
        return new Trace(x, x, Each.matrix(x, (r, j) -> x[r][j] + a(p, j) * (f.value(x[r][j]) - x[r][j])));
    }

    private double a(double[] p, int j) {
        return p[strength.from() + j];
    }

    @Override
    public double[][] backward(double[] p, Trace trace, double[][] dA, double[] gradient) {
        double[][] x = trace.input();
        for (int j = 0; j < strength.columns(); j++) {
            gradient[strength.from() + j] =
                    Each.sumOfRows(x.length, j, (r, c) -> dA[r][c] * (f.value(x[r][c]) - x[r][c]));
        }
        return Each.matrix(x, (r, j) -> dA[r][j] * (1 + a(p, j) * (f.derivative(x[r][j]) - 1)));
    }

    @Override
    public void initialize(double[] p, Seed seed) {
        Each.fill(p, strength, start);
    }

    @Override
    public List<ParameterBlock> blocks() {
        return List.of(strength);
    }
}
