package dev.neurite.textbook;

/// Dropout: `A = X ⊙ M` with a mask M of zeros and `1 / (1 − rate)`; backward `dX = dA ⊙ M`.
///
/// All matrices are (rows, columns). The mask comes from outside, so that a pass can be repeated. Srivastava et al.
/// 2014, "Dropout: a simple way to prevent neural networks from overfitting".
///
/// @param index number of the layer, those in blocks counted too
/// @param rate  probability of being zeroed
record DropoutLayer(int index, double rate) implements TextbookLayer {
    @Override
    public Trace forward(double[] p, double[][] x, DropoutMasks masks) {
        double[][] m = masks.mask(index, rate, x.length, x[0].length);
        return new Trace(x, m, Each.matrix(x, (r, j) -> x[r][j] * m[r][j]));
    }

    @Override
    public double[][] backward(double[] p, Trace trace, double[][] dA, double[] gradient) {
        return Each.matrix(dA, (r, j) -> dA[r][j] * trace.inner()[r][j]);
    }
}
