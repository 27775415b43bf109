package dev.neurite.network;

import dev.neurite.op.DropoutOp;
import dev.neurite.op.Lowering;
import dev.neurite.op.Region;
import dev.neurite.parameter.Shape;

/// Zeroes each number with probability `rate` while training and divides the others by 1 − rate; does nothing in
/// prediction: `m·x / (1 − rate)` with m = 0 with that probability, else m = 1. Srivastava et al. 2014, "Dropout".
///
/// @param rate probability of being zeroed, in [0, 1)
public record Dropout(double rate) implements Layer {
    /// Checks the rate.
    public Dropout {
        Options.requireRate("Dropout.rate", rate);
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
        if (lowering.training() && rate > 0) {
            Region input = lowering.current();
            Region output = lowering.region("output", input.columns());
            lowering.add(new DropoutOp(lowering.layer(), input, output, rate));
        }
    }
}
