package dev.neurite.textbook;

import dev.neurite.activation.Activation;

/// An elementwise function, whose Jacobian is diagonal: `pᵢ = f(zᵢ)`, `∂pᵢ/∂zᵢ = f′(zᵢ)`, 0 elsewhere.
record Elementwise(Activation activation) implements OutputFunction {
    @Override
    public double[] value(double[] z) {
        double[] p = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            p[i] = activation.value(z[i]);
        }
        return p;
    }

    @Override
    public double[][] jacobian(double[] z) {
        double[][] jacobian = new double[z.length][z.length];
        for (int i = 0; i < z.length; i++) {
            jacobian[i][i] = activation.derivative(z[i]);
        }
        return jacobian;
    }
}
