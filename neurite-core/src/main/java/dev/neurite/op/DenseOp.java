package dev.neurite.op;

import dev.neurite.activation.Activation;
import dev.neurite.activation.Identity;
import dev.neurite.kernels.Gemm;
import dev.neurite.kernels.Kernels;
import dev.neurite.kernels.SliceFunction;
import dev.neurite.parameter.Rows;
import dev.neurite.parameter.Slot;
import org.jspecify.annotations.Nullable;

/// A dense layer with its activation: `Z = X·W + b`, `A = f(Z)`.
///
/// Backward: `dZ = dA ⊙ f′`, `dW = Xᵀ·dZ`, `db = Σ_rows dZ`, `dX = dZ·Wᵀ`.
///
/// X is (rows, inputs), W (inputs, outputs), b (1, outputs), Z and A (rows, outputs). Where f′ can be computed from A,
/// Z is not kept.
final class DenseOp implements Op {
    private final String name;
    private final Region input;
    private final Region preActivation;
    private final Region output;
    private final Slot weight;
    private final @Nullable Slot bias;
    private final Activation activation;
    private final @Nullable SliceFunction function;
    private final boolean needsInputDelta;

    DenseOp(
            String name,
            Region input,
            Region preActivation,
            Region output,
            Slot weight,
            @Nullable Slot bias,
            Activation activation,
            boolean needsInputDelta) {
        this.name = name;
        this.input = input;
        this.preActivation = preActivation;
        this.output = output;
        this.weight = weight;
        this.bias = bias;
        this.activation = activation;
        this.function = activation instanceof Identity ? null : activation::apply;
        this.needsInputDelta = needsInputDelta;
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
                        w.parameter(weight),
                        w.valueMatrix(preActivation),
                        bias == null ? null : w.parameter(bias),
                        function,
                        function == null ? null : w.valueMatrix(output));
        if (activation instanceof Activation.Custom && !preActivation.equals(output)) {
            CustomCheck.values(name, activation, w.rows(), w.values(preActivation), w.values(output));
        }
    }

    @Override
    public void backward(Workspace w) {
        int rows = w.rows();
        int inputs = input.columns();
        int outputs = output.columns();
        multiplyByDerivative(w);
        Gemm gemm = w.gemm();
        gemm.multiplyTransposedA(
                inputs, outputs, rows, w.valueMatrix(input), w.deltaMatrix(output), w.gradient(weight));
        if (bias != null) {
            Kernels.best()
                    .columnSums(rows, w.deltaMatrix(output), w.gradient(bias).data(), bias.offset());
        }
        if (needsInputDelta) {
            gemm.multiplyTransposedB(
                    rows, inputs, outputs, w.deltaMatrix(output), w.parameter(weight), w.deltaMatrix(input));
        }
    }

    private void multiplyByDerivative(Workspace w) {
        if (function == null) {
            return;
        }
        Rows saved = w.values(activation.readsInput() ? preActivation : output);
        Rows delta = w.deltas(output);
        if (activation instanceof Activation.Custom) {
            multiplyRowByRow(w.rows(), saved, delta);
            CustomCheck.derivatives(name, activation, w.rows(), saved, delta);
        } else {
            activation.multiplyByDerivative(
                    saved.data(), saved.offset(), delta.data(), delta.offset(), w.rows() * delta.stride());
        }
    }

    /// The derivative of a user's function may be infinite at 0, where the padding is, so it must not see padding.
    private void multiplyRowByRow(int rows, Rows saved, Rows delta) {
        for (int row = 0; row < rows; row++) {
            activation.multiplyByDerivative(
                    saved.data(), saved.row(row), delta.data(), delta.row(row), delta.columns());
        }
    }

    @Override
    public String toString() {
        String sum = input.name() + " · " + weight.name() + (bias == null ? "" : " + " + bias.name());
        return output.name() + " = " + (function == null ? sum : activation.name() + "(" + sum + ")");
    }
}
