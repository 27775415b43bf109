package dev.neurite.textbook;

import dev.neurite.activation.Activation;

/// An activation on its own: `a[r][j] = f(x[r][j])`; backward `dx[r][j] = da[r][j]·f′(x[r][j])`.
///
/// @param f the function
record ElementwiseLayer(Activation f) implements TextbookLayer {
    @Override
    public Trace forward(double[] p, double[][] x, DropoutMasks masks) {
        return new Trace(x, x, Each.matrix(x, (r, j) -> f.value(x[r][j])));
    }

    @Override
    public double[][] backward(double[] p, Trace trace, double[][] dA, double[] gradient) {
        return Each.matrix(dA, (r, j) -> dA[r][j] * f.derivative(trace.input()[r][j]));
    }
}
