package dev.neurite.textbook;

import dev.neurite.random.Seed;
import java.util.List;

/// Dropout: `A = X ⊙ M` with a mask M of zeros and `1 / (1 − rate)`; backward `dX = dA ⊙ M`.
///
/// All matrices are (rows, columns). The mask comes from outside, so that a pass can be repeated. Srivastava et al.
/// 2014, "Dropout: a simple way to prevent neural networks from overfitting".
///
/// @param index position in the network, from 0
/// @param rate  probability of being zeroed
record DropoutLayer(int index, double rate) implements TextbookLayer {
    @Override
    public Trace forward(double[] p, double[][] x, DropoutMasks masks) {
        double[][] m = masks.mask(index, rate, x.length, x[0].length);
        return new Trace(x, m, product(x, m));
    }

    @Override
    public double[][] backward(double[] p, Trace trace, double[][] dA, double[] gradient) {
        return product(dA, trace.inner());
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[a.length][a[0].length];
        for (int r = 0; r < a.length; r++) {
            for (int j = 0; j < a[r].length; j++) {
                c[r][j] = a[r][j] * b[r][j];
            }
        }
        return c;
    }

    @Override
    public void initialize(double[] p, Seed seed) {
        // Dropout has no parameters.
    }

    @Override
    public List<ParameterBlock> blocks() {
        return List.of();
    }
}
