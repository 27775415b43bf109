package dev.neurite.network;

import dev.neurite.activation.Activation;
import dev.neurite.op.AdaptiveActivationOp;
import dev.neurite.op.Lowering;
import dev.neurite.op.Region;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Shape;
import dev.neurite.parameter.Slot;

/// An activation of learned strength: `x + a·(f(x) − x)`, with a strength a for each number; linear at 0, f at 1.
/// Holzmüller et al. 2024, "Better by default: strong pre-tuned MLPs and boosted trees on tabular data".
///
/// @param activation the function f
/// @param start      start of every strength
public record AdaptiveActivation(Activation activation, double start) implements Layer {
    /// Checks the start.
    public AdaptiveActivation {
        Options.requireFinite("AdaptiveActivation.start", start);
    }

    /// Strengths that start at 1 (Holzmüller et al. 2024).
    public static AdaptiveActivation of(Activation activation) {
        return new AdaptiveActivation(activation, 1);
    }

    @Override
    public String name() {
        return "AdaptiveActivation";
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public void lower(Lowering lowering) {
        Region input = lowering.current();
        int columns = input.columns();
        Slot strength = lowering.row("strength", Role.SHAPE, start);
        Region function = lowering.region("function", columns);
        Region output = lowering.region("output", columns);
        lowering.add(new AdaptiveActivationOp(lowering.layer(), input, function, output, strength, activation));
    }
}
