package dev.neurite.network;

import dev.neurite.op.Lowering;
import dev.neurite.op.Region;
import dev.neurite.op.RowNormOp;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Shape;
import dev.neurite.parameter.Slot;

/// Divides each row by its root mean square, then applies a learned gain for each number:
/// `γ·x / √(mean(x²) + epsilon)`. Zhang and Sennrich 2019, "Root mean square layer normalization".
///
/// @param epsilon added to the mean square, positive
public record RmsNorm(double epsilon) implements Layer {
    /// Checks epsilon.
    public RmsNorm {
        Options.requirePositive("RmsNorm.epsilon", epsilon);
    }

    /// Epsilon 1e-6, as LLaMA has it (Touvron et al. 2023).
    public static RmsNorm standard() {
        return new RmsNorm(1e-6);
    }

    @Override
    public String name() {
        return "RmsNorm";
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
        Region normalized = lowering.region("normalized", columns);
        Region inverse = lowering.region("inverse", 1);
        Region output = lowering.region("output", columns);
        lowering.add(new RowNormOp(lowering.layer(), input, normalized, inverse, output, gain, null, epsilon));
    }
}
