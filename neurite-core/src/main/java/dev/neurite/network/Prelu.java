package dev.neurite.network;

import dev.neurite.op.Lowering;
import dev.neurite.op.PreluOp;
import dev.neurite.op.Region;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Shape;
import dev.neurite.parameter.Slot;

/// Parametric ReLU: `f(x) = x` above 0, else `f(x) = a·x`, with a learned slope a for each number. He et al. 2015,
/// "Delving deep into rectifiers".
///
/// @param start start of every slope
public record Prelu(double start) implements Layer {
    /// Checks the start.
    public Prelu {
        Options.requireFinite("Prelu.start", start);
    }

    /// Slopes that start at 0.25 (He et al. 2015, section 2.1).
    public static Prelu standard() {
        return new Prelu(0.25);
    }

    @Override
    public String name() {
        return "Prelu";
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public void lower(Lowering lowering) {
        Region input = lowering.current();
        Slot slope = lowering.row("slope", Role.SHAPE, start);
        Region output = lowering.region("output", input.columns());
        lowering.add(new PreluOp(lowering.layer(), input, output, slope));
    }
}
