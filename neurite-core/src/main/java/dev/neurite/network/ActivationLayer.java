package dev.neurite.network;

import dev.neurite.activation.Activation;
import dev.neurite.op.ActivationOp;
import dev.neurite.op.Lowering;
import dev.neurite.op.Region;
import dev.neurite.parameter.Shape;

/// An activation on its own, for places where no [Dense] applies it, such as behind a normalisation: `f(x)`.
///
/// @param activation the function f
public record ActivationLayer(Activation activation) implements Layer {
    @Override
    public String name() {
        return "Activation";
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public void lower(Lowering lowering) {
        Region input = lowering.current();
        Region output = lowering.region("output", input.columns());
        lowering.add(new ActivationOp(lowering.layer(), input, output, activation));
    }
}
