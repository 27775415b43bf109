package dev.neurite.network;

import dev.neurite.op.GaussianNoiseOp;
import dev.neurite.op.Lowering;
import dev.neurite.op.Region;
import dev.neurite.parameter.Shape;

/// Adds independent normal noise to each number while training: `x + standardDeviation·ε` with ε from N(0, 1); does
/// nothing in prediction. Bishop 1995, "Training with noise is equivalent to Tikhonov regularization".
///
/// @param standardDeviation of the noise, not negative, in the units of the input
public record GaussianNoise(double standardDeviation) implements Layer {
    /// Checks the standard deviation.
    public GaussianNoise {
        Options.requireNotNegative("GaussianNoise.standardDeviation", standardDeviation);
    }

    @Override
    public String name() {
        return "GaussianNoise";
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public void lower(Lowering lowering) {
        if (lowering.training() && standardDeviation > 0) {
            Region input = lowering.current();
            Region output = lowering.region("output", input.columns());
            lowering.add(new GaussianNoiseOp(lowering.layer(), input, output, standardDeviation));
        }
    }
}
