package dev.neurite.textbook;

/// Alpha dropout: `y = a·(m·x + (1 − m)·α′) + b` with a mask m of zeros and ones, `α′ = −λα` of SELU, q = 1 − rate,
/// `a = (q + α′²·q·(1 − q))^(−1/2)`, `b = −a·(1 − q)·α′`; backward `dx = a·m·dy`.
///
/// Klambauer et al. 2017, "Self-normalizing neural networks", section 3.
///
/// @param index number of the layer, those in blocks counted too
/// @param rate  probability of being set to α′
record AlphaDropoutLayer(int index, double rate) implements TextbookLayer {
    private static final double SATURATION = -1.0507009873554805 * 1.6732632423543772;

    @Override
    public Trace forward(double[] p, double[][] x, DropoutMasks masks) {
        double[][] mask = masks.mask(index, rate, x.length, x[0].length);
        double a = a();
        double b = -a * rate * SATURATION;
        return new Trace(x, mask, Each.matrix(x, (r, j) -> a * (mask[r][j] > 0 ? x[r][j] : SATURATION) + b));
    }

    private double a() {
        double q = 1 - rate;
        return 1 / Math.sqrt(q + SATURATION * SATURATION * q * (1 - q));
    }

    @Override
    public Trace predict(double[] p, double[][] x) {
        return new Trace(x, x, x);
    }

    @Override
    public double[][] backward(double[] p, Trace trace, double[][] dA, double[] gradient) {
        return Each.matrix(dA, (r, j) -> trace.inner()[r][j] > 0 ? a() * dA[r][j] : 0);
    }
}
