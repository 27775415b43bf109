package dev.neurite.network;

import dev.neurite.op.Lowering;
import dev.neurite.parameter.Shape;

/// Zeroes each number with probability `rate` while training and divides the others by `1 − rate`; does nothing in
/// prediction. Srivastava et al. 2014, "Dropout".
///
/// @param rate probability of being zeroed, in [0, 1)
public record Dropout(double rate) implements Layer {
    /// Checks the rate.
    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("Dropout.rate must be in [0, 1), got " + rate);
        }
    }

    @Override
    public String name() {
        return "Dropout";
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public void lower(Lowering lowering) {
        lowering.dropout(rate);
    }
}
