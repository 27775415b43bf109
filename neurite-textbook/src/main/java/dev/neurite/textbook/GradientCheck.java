package dev.neurite.textbook;

import dev.neurite.random.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Compares the gradient of backward with one that needs forward only, central finite differences:
///
/// ```text
/// ∂L/∂p ≈ (L(p + h) − L(p − h)) / 2h
/// ```
///
/// The error of this quotient is about `h²·L‴/6` by cutting off Taylor's series and `10⁻¹⁶·L/h` by rounding;
/// `h = 2⁻¹⁷`, near the cube root of the rounding, keeps both near 10⁻¹¹. Where a step crosses the kink of an
/// activation such as ReLU the two gradients differ honestly.
///
/// @param network   the network
/// @param loss      the loss
/// @param batch     samples, targets and weights
/// @param masks     what dropout multiplies by, the same in every evaluation
/// @param perBlock  parameters of each weight and bias that are checked, drawn by the seed where there are more
/// @param seed      key of the draw
public record GradientCheck(
        TextbookNetwork network, TextbookLoss loss, Batch batch, DropoutMasks masks, int perBlock, Seed seed) {
    private static final double STEP = 0x1.0p-17;

    /// Checks the number.
    public GradientCheck {
        if (perBlock < 1) {
            throw new IllegalArgumentException("GradientCheck.perBlock must be positive, got " + perBlock);
        }
    }

    /// A check of every parameter, without dropout.
    public static GradientCheck of(TextbookNetwork network, TextbookLoss loss, Batch batch) {
        return new GradientCheck(network, loss, batch, DropoutMasks.none(), Integer.MAX_VALUE, Seed.DEFAULT);
    }

    /// This check of at most `parameters` parameters of each weight and bias.
    public GradientCheck withAtMost(int parameters) {
        return new GradientCheck(network, loss, batch, masks, parameters, seed);
    }

    /// This check with dropout.
    public GradientCheck withMasks(DropoutMasks newMasks) {
        return new GradientCheck(network, loss, batch, newMasks, perBlock, seed);
    }

    /// What came of the check of one weight or bias.
    ///
    /// @param name          such as `layer1.weight`
    /// @param checked       number of parameters checked
    /// @param parameters    number of parameters
    /// @param analyticNorm  2-norm of the gradient of backward over the checked parameters
    /// @param numericalNorm 2-norm of the finite differences
    /// @param error         2-norm of their difference
    public record Result(
            String name, int checked, int parameters, double analyticNorm, double numericalNorm, double error) {
        /// The error divided by the larger of the two norms; 0 where both are 0.
        public double relativeError() {
            double norm = Math.max(analyticNorm, numericalNorm);
            return norm == 0 ? 0 : error / norm;
        }
    }

    /// Runs the check at the given parameters.
    ///
    /// @return one result for each weight and bias, in order
    public List<Result> at(double[] parameters) {
        Pass pass = network.forward(parameters, batch.x(), masks);
        double[] analytic = network.backward(parameters, pass, loss.gradient(pass.logits(), batch));
        List<Result> results = new ArrayList<>();
        for (ParameterBlock block : network.blocks()) {
            results.add(check(block, parameters.clone(), pass.input(block.layer()), analytic));
        }
        return results;
    }

    private Result check(ParameterBlock block, double[] parameters, double[][] input, double[] analytic) {
        double analyticSquares = 0;
        double numericalSquares = 0;
        double errorSquares = 0;
        int[] chosen = chosen(block);
        for (int i : chosen) {
            double numerical = difference(parameters, i, block.layer(), input);
            analyticSquares += analytic[i] * analytic[i];
            numericalSquares += numerical * numerical;
            errorSquares += (analytic[i] - numerical) * (analytic[i] - numerical);
        }
        return new Result(
                block.name(),
                chosen.length,
                block.size(),
                Math.sqrt(analyticSquares),
                Math.sqrt(numericalSquares),
                Math.sqrt(errorSquares));
    }

    /// `(L(p + h) − L(p − h)) / 2h` for parameter i, computed from its layer on.
    private double difference(double[] parameters, int i, int layer, double[][] input) {
        double p = parameters[i];
        double h = STEP * Math.max(1, Math.abs(p));
        parameters[i] = p + h;
        double above = loss(parameters, layer, input);
        parameters[i] = p - h;
        double below = loss(parameters, layer, input);
        parameters[i] = p;
        return (above - below) / (2 * h);
    }

    private double loss(double[] parameters, int layer, double[][] input) {
        return loss.value(network.logitsFrom(layer, input, parameters, masks), batch);
    }

    private int[] chosen(ParameterBlock block) {
        int[] order = seed.split(block.name()).permutation(block.size());
        int[] chosen = Arrays.copyOf(order, Math.min(perBlock, order.length));
        Arrays.setAll(chosen, k -> block.from() + chosen[k]);
        return chosen;
    }
}
