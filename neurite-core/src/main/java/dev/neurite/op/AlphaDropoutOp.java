package dev.neurite.op;

import dev.neurite.activation.Selu;
import dev.neurite.parameter.Rows;

/// Alpha dropout in training: `y = a·(m·x + (1 − m)·α′) + b`, where m is 0 with probability `rate`, else 1.
///
/// α′ = −λα is what SELU tends to; with q = 1 − rate, `a = (q + α′²·q·(1 − q))^(−1/2)` and `b = −a·(1 − q)·α′` keep
/// mean 0 and variance 1. Backward: `dx = a·m·dy`. Klambauer et al. 2017, "Self-normalizing neural networks",
/// section 3.
///
/// @param rate probability of being set to α′
public record AlphaDropoutOp(String name, Region input, Region output, double rate) implements Op {
    private static final double SATURATION = -Selu.LAMBDA * Selu.ALPHA;

    @Override
    public void forward(Workspace w) {
        Rows x = w.values(input);
        Rows y = w.values(output);
        int rows = w.rows();
        add(rows, x, (float) -SATURATION, y);
        DropoutOp.mask(w, output, rate, scale(), y, y);
        add(rows, y, (float) (scale() * (1 - rate) * SATURATION), y);
    }

    @Override
    public void backward(Workspace w) {
        if (input.needsDelta()) {
            DropoutOp.mask(w, output, rate, scale(), w.deltas(output), w.deltas(input));
        }
    }

    /// a
    private double scale() {
        double q = 1 - rate;
        return 1 / Math.sqrt(q + SATURATION * SATURATION * q * (1 - q));
    }

    private static void add(int rows, Rows x, float term, Rows y) {
        for (int i = 0; i < rows * y.stride(); i++) {
            y.data()[y.offset() + i] = x.data()[x.offset() + i] + term;
        }
    }

    @Override
    public String toString() {
        return output.name() + " = alphaDropout(" + input.name() + ", " + rate + ")";
    }
}
