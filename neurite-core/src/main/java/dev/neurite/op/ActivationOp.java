package dev.neurite.op;

import dev.neurite.activation.Activation;
import dev.neurite.parameter.Rows;

/// An activation on its own: `A = f(X)`.
///
/// Backward: `dX = dA ⊙ f′`.
///
/// @param activation f
public record ActivationOp(String name, Region input, Region output, Activation activation) implements Op {
    @Override
    public void forward(Workspace w) {
        Elementwise.apply(name, activation, w.rows(), w.values(input), w.values(output));
    }

    @Override
    public void backward(Workspace w) {
        if (input.needsDelta()) {
            Rows delta = w.deltas(input);
            Elementwise.copy(w.rows(), w.deltas(output), delta);
            Rows saved = w.values(activation.readsInput() ? input : output);
            Elementwise.multiplyByDerivative(name, activation, w.rows(), saved, delta);
        }
    }

    @Override
    public String toString() {
        return output.name() + " = " + activation.name() + "(" + input.name() + ")";
    }
}
