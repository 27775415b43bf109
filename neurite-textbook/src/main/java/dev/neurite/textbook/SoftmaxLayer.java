package dev.neurite.textbook;

import java.util.Arrays;

/// Softmax of each row, differentiated through its Jacobian J (outputs, outputs) of that row: `dx = Jᵀ·dy`.
record SoftmaxLayer() implements TextbookLayer {
    private static final OutputFunction SOFTMAX = OutputFunction.softmax();

    @Override
    public Trace forward(double[] p, double[][] x, DropoutMasks masks) {
        return new Trace(x, x, Arrays.stream(x).map(SOFTMAX::value).toArray(double[][]::new));
    }

    @Override
    public double[][] backward(double[] p, Trace trace, double[][] dA, double[] gradient) {
        double[][] dX = new double[dA.length][dA[0].length];
        for (int r = 0; r < dA.length; r++) {
            double[][] jacobian = SOFTMAX.jacobian(trace.input()[r]);
            for (int i = 0; i < jacobian.length; i++) {
                for (int j = 0; j < jacobian.length; j++) {
                    dX[r][j] += dA[r][i] * jacobian[i][j];
                }
            }
        }
        return dX;
    }
}
