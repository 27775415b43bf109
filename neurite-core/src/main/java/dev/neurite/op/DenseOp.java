package dev.neurite.op;

import dev.neurite.activation.Activation;
import dev.neurite.activation.Identity;
import dev.neurite.kernels.Kernels;
import dev.neurite.kernels.SliceFunction;
import dev.neurite.parameter.Slot;
import org.jspecify.annotations.Nullable;

/// A dense layer with its activation: `Z = X·W + b`, `A = f(Z)`.
///
/// Backward: `dZ = dA ⊙ f′`, `dW = Xᵀ·dZ`, `db = Σ_rows dZ`, `dX = dZ·Wᵀ`.
///
/// X is (rows, inputs), W (inputs, outputs), b (1, outputs), Z and A (rows, outputs). Where f′ can be computed from A,
/// Z is not kept. A frozen layer computes neither dW nor db.
public final class DenseOp implements Op {
    private final String name;
    private final Region input;
    private final Region preActivation;
    private final Region output;
    private final Slot weight;
    private final @Nullable Slot bias;
    private final Activation activation;
    private final @Nullable SliceFunction function;
    private final boolean frozen;

    /// The op of the layer called `name`.
    ///
    /// @param input         X
    /// @param preActivation Z, which is `output` where Z is not kept
    /// @param output        A
    /// @param weight        W
    /// @param bias          b, or null
    /// @param activation    f
    /// @param frozen        whether the gradients of W and b are left out
    public DenseOp(
            String name,
            Region input,
            Region preActivation,
            Region output,
            Slot weight,
            @Nullable Slot bias,
            Activation activation,
            boolean frozen) {
        this.name = name;
        this.input = input;
        this.preActivation = preActivation;
        this.output = output;
        this.weight = weight;
        this.bias = bias;
        this.activation = activation;
        this.function = activation instanceof Identity ? null : activation::apply;
        this.frozen = frozen;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Region output() {
        return output;
    }

    @Override
    public void forward(Workspace w) {
        w.gemm()
                .multiply(
                        w.rows(),
                        output.columns(),
                        input.columns(),
                        w.valueMatrix(input),
                        w.parameterMatrix(weight),
                        w.valueMatrix(preActivation),
                        bias == null ? null : w.parameterMatrix(bias),
                        function,
                        function == null ? null : w.valueMatrix(output));
        if (activation instanceof Activation.Custom && !preActivation.equals(output)) {
            CustomCheck.values(name, activation, w.rows(), w.values(preActivation), w.values(output));
        }
    }

    @Override
    public void backward(Workspace w) {
        multiplyByDerivative(w);
        if (!frozen) {
            writeGradients(w);
        }
        if (input.needsDelta()) {
            w.gemm()
                    .multiplyTransposedB(
                            w.rows(),
                            input.columns(),
                            output.columns(),
                            w.deltaMatrix(output),
                            w.parameterMatrix(weight),
                            w.deltaMatrix(input));
        }
    }

    private void writeGradients(Workspace w) {
        w.gemm()
                .multiplyTransposedA(
                        input.columns(),
                        output.columns(),
                        w.rows(),
                        w.valueMatrix(input),
                        w.deltaMatrix(output),
                        w.gradientMatrix(weight));
        if (bias != null) {
            Kernels.best()
                    .columnSums(
                            w.rows(), w.deltaMatrix(output), w.gradient(bias).data(), bias.offset());
        }
    }

    private void multiplyByDerivative(Workspace w) {
        if (function != null) {
            Region saved = activation.readsInput() ? preActivation : output;
            Elementwise.multiplyByDerivative(name, activation, w.rows(), w.values(saved), w.deltas(output));
        }
    }

    @Override
    public String toString() {
        String sum = input.name() + " · " + weight.name() + (bias == null ? "" : " + " + bias.name());
        return output.name() + " = " + (function == null ? sum : activation.name() + "(" + sum + ")");
    }
}
