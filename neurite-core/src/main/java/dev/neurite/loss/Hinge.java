package dev.neurite.loss;

import dev.neurite.parameter.Rows;
import org.jspecify.annotations.Nullable;

/// Multi-class margin: `l = (1/K) Σ_{j≠k} max(0, margin − zₖ + zⱼ)` for class k of K: every other class should lie
/// below the right one by the margin. Weston and Watkins 1999, divided by the number of classes.
///
/// Its outputs are scores, the largest of which is the predicted class; they are no probabilities. The target of a row
/// is the class index.
///
/// @param margin positive
public record Hinge(double margin) implements OfClass {
    /// Checks the margin.
    public Hinge {
        if (!(margin > 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Hinge.margin must be positive and finite, got " + margin);
        }
    }

    @Override
    public String name() {
        return "hinge loss";
    }

    @Override
    public Link link() {
        return Link.IDENTITY;
    }

    @Override
    public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
        double divisor = Weights.sum(weights, rows) * logits.columns();
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            double share = Weights.of(weights, row) / divisor;
            loss += share * evaluateRow(logits, row, (int) targets.at(row, 0), share, delta);
        }
        return loss;
    }

    private double evaluateRow(Rows logits, int row, int k, double share, Rows delta) {
        float[] data = delta.data();
        int start = delta.row(row);
        double loss = 0;
        int violations = 0;
        for (int j = 0; j < logits.columns(); j++) {
            double excess = j == k ? 0 : margin - logits.at(row, k) + logits.at(row, j);
            boolean violated = !(excess <= 0); // so that NaN shows
            loss += violated ? excess : 0;
            violations += violated ? 1 : 0;
            data[start + j] = violated ? Weights.delta(share) : 0;
        }
        data[start + k] = Weights.delta(-share * violations);
        Weights.clearPadding(data, start, delta.columns(), delta.stride());
        return loss;
    }
}
