package dev.neurite.textbook;

/// A loss of predictions as one of logits, by the chain rule through all outputs of a row at once:
///
/// ```text
/// l      = loss(p, t) with p = g(z)
/// ∂l/∂zⱼ = Σᵢ ∂l/∂pᵢ · ∂pᵢ/∂zⱼ
/// ```
///
/// This is how one writes it before noticing that softmax with cross-entropy collapses to `p − t`, see [SoftmaxLoss].
///
/// @param output g
/// @param loss   the loss of a prediction
record JacobianLoss(OutputFunction output, RowLoss loss) implements RowLoss {
    @Override
    public double value(double[] z, double[] t) {
        return loss.value(output.value(z), t);
    }

    @Override
    public double[] gradient(double[] z, double[] t) {
        double[] dp = loss.gradient(output.value(z), t);
        double[][] jacobian = output.jacobian(z);
        double[] dz = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            for (int i = 0; i < z.length; i++) {
                dz[j] += dp[i] * jacobian[i][j];
            }
        }
        return dz;
    }
}
