package dev.neurite.network;

import dev.neurite.op.Lowering;
import dev.neurite.op.Region;
import dev.neurite.op.SoftmaxOp;
import dev.neurite.parameter.Shape;

/// Softmax of each row, `exp xᵢ / Σ exp xₖ`, as a layer that is differentiated through its full Jacobian.
/// Bridle 1990, "Probabilistic interpretation of feedforward classification network outputs".
///
/// Behind it a loss must take probabilities. Losses on logits hold the softmax in themselves, which is more exact:
/// prefer a linear last layer where nothing asks for this one.
public record Softmax() implements Layer {
    @Override
    public String name() {
        return "Softmax";
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public void lower(Lowering lowering) {
        Region input = lowering.current();
        Region output = lowering.region("output", input.columns());
        lowering.add(new SoftmaxOp(lowering.layer(), input, output));
    }
}
