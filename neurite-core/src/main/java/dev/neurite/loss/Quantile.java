package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pinball loss: with `e = t − z`, `l = max(q·e, (q − 1)·e)` for the quantile q, mean over the outputs of a row. Its
/// best constant is the q-quantile of the targets. Koenker and Bassett 1978, "Regression quantiles".
///
/// Several quantiles are predicted at once: for each target as many outputs as there are quantiles, side by side, in
/// the order given: output `j·Q + i` is quantile i of target j. The derivative is 0 where z equals t.
///
/// @param quantiles each in (0, 1), at least one
public record Quantile(List<Double> quantiles) implements OfNumbers {
    /// Checks the quantiles.
    public Quantile {
        quantiles = List.copyOf(quantiles);
        if (quantiles.isEmpty()) {
            throw new IllegalArgumentException("Quantile.quantiles must have at least one quantile, got none");
        }
        for (double q : quantiles) {
            if (!(q > 0 && q < 1)) {
                throw new IllegalArgumentException("Quantile.quantiles must each be in (0, 1), got " + q);
            }
        }
    }

    @Override
    public String name() {
        return "quantile loss";
    }

    @Override
    public int targets(int outputs) {
        if (outputs % quantiles.size() != 0) {
            throw new IllegalArgumentException("quantile loss of " + quantiles.size()
                    + " quantiles must have a multiple of " + quantiles.size() + " outputs, got " + outputs);
        }
        return outputs / quantiles.size();
    }

    @Override
    public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        double divisor = Weights.sum(weights, rows) * logits.columns();
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            double share = Weights.of(weights, row) / divisor;
            for (int j = 0; j < logits.columns(); j++) {
                double q = quantiles.get(j % quantiles.size());
                double e = (double) targets.at(row, j / quantiles.size()) - logits.at(row, j);
                loss += share * Math.max(q * e, (q - 1) * e);
                delta.data()[delta.row(row) + j] = Weights.delta(e == 0 ? 0 : e > 0 ? -share * q : share * (1 - q));
            }
            Weights.clearPadding(delta.data(), delta.row(row), delta.columns(), delta.stride());
        }
        return loss;
    }
}
