package dev.neurite.network;

import dev.neurite.op.AlphaDropoutOp;
import dev.neurite.op.Lowering;
import dev.neurite.op.Region;
import dev.neurite.parameter.Shape;

/// Dropout for self-normalising networks: sets each number with probability `rate` to what SELU tends to, −λα, while
/// training, and scales and shifts all so that mean 0 and variance 1 stay; does nothing in prediction. Klambauer et al.
/// 2017, "Self-normalizing neural networks".
///
/// With q = 1 − rate, and m = 0 with probability `rate`, else m = 1:
///
/// ```text
/// f(x) = a·(m·x − (1 − m)·λα) + a·rate·λα
/// a = 1 / √(q + λ²α²·q·(1 − q))
/// ```
///
/// @param rate probability of being set, in [0, 1)
public record AlphaDropout(double rate) implements Layer {
    /// Checks the rate.
    public AlphaDropout {
        Options.requireRate("AlphaDropout.rate", rate);
    }

    @Override
    public String name() {
        return "AlphaDropout";
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
            lowering.add(new AlphaDropoutOp(lowering.layer(), input, output, rate));
        }
    }
}
