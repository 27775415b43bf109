package dev.neurite.network;

import dev.neurite.op.Lowering;
import dev.neurite.op.Region;
import dev.neurite.op.ScaleOp;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Shape;
import dev.neurite.parameter.Slot;

/// A learned factor for each number: `s·x`. As the first layer it learns how much each feature counts, best at a higher
/// learning rate than the rest (Holzmüller et al. 2024, "Better by default"; there the sixfold).
///
/// @param start start of every factor
public record Scale(double start) implements Layer {
    /// Checks the start.
    public Scale {
        Options.requireFinite("Scale.start", start);
    }

    /// Factors that start at 1 (Holzmüller et al. 2024).
    public static Scale standard() {
        return new Scale(1);
    }

    @Override
    public String name() {
        return "Scale";
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public void lower(Lowering lowering) {
        Region input = lowering.current();
        Slot scale = lowering.row("scale", Role.SCALE, start);
        Region output = lowering.region("output", input.columns());
        lowering.add(new ScaleOp(lowering.layer(), input, output, scale));
    }
}
