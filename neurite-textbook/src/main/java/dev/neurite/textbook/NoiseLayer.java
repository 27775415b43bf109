package dev.neurite.textbook;

/// Gaussian noise: `y = x + σ·n`; backward `dx = dy`. The normal numbers n come from outside, so that a pass can
/// be repeated.
///
/// @param index             number of the layer, those in blocks counted too
/// @param standardDeviation σ
record NoiseLayer(int index, double standardDeviation) implements TextbookLayer {
    @Override
    public Trace forward(double[] p, double[][] x, DropoutMasks masks) {
        double[][] n = masks.normals(index, x.length, x[0].length);
        return new Trace(x, n, Each.matrix(x, (r, j) -> x[r][j] + standardDeviation * n[r][j]));
    }

    @Override
    public double[][] backward(double[] p, Trace trace, double[][] dA, double[] gradient) {
        return dA;
    }
}
