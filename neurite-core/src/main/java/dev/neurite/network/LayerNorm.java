package dev.neurite.network;

import dev.neurite.op.Lowering;
import dev.neurite.op.Region;
import dev.neurite.op.RowNormOp;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Shape;
import dev.neurite.parameter.Slot;

/// Normalises each row to mean 0 and variance 1, then applies a learned gain and bias for each number:
/// `γ·(x − mean) / √(variance + epsilon) + β`. Ba et al. 2016, "Layer normalization".
///
/// @param epsilon added to the variance, positive
public record LayerNorm(double epsilon) implements Layer {
    /// Checks epsilon.
    public LayerNorm {
        Options.requirePositive("LayerNorm.epsilon", epsilon);
    }

    /// Epsilon 1e-5, as PyTorch has it.
    public static LayerNorm standard() {
        return new LayerNorm(1e-5);
    }

    @Override
    public String name() {
        return "LayerNorm";
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public void lower(Lowering lowering) {
        Region input = lowering.current();
        int columns = input.columns();
        Slot gain = lowering.row("gain", Role.GAIN, 1);
        Slot bias = lowering.row("bias", Role.BIAS, 0);
        Region normalized = lowering.region("normalized", columns);
        Region inverse = lowering.region("inverse", 1);
        Region output = lowering.region("output", columns);
        lowering.add(new RowNormOp(lowering.layer(), input, normalized, inverse, output, gain, bias, epsilon));
    }
}
