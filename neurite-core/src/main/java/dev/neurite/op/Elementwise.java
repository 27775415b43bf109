package dev.neurite.op;

import dev.neurite.activation.Activation;
import dev.neurite.kernels.Kernels;
import dev.neurite.parameter.Rows;

/// Work on each number of a batch that several ops share.
final class Elementwise {
    private Elementwise() {}

    /// Rounds a delta to float, tiny magnitudes to zero: denormal numbers would slow every later step down.
    static float delta(double value) {
        return Math.abs(value) < Kernels.TINY ? 0 : (float) value;
    }

    /// `a ← f(z)`, in layer `name`.
    static void apply(String name, Activation activation, int rows, Rows z, Rows a) {
        if (activation instanceof Activation.Custom) {
            for (int row = 0; row < rows; row++) {
                activation.apply(z.data(), z.row(row), a.data(), a.row(row), a.columns());
            }
            CustomCheck.values(name, activation, rows, z, a);
        } else {
            activation.apply(z.data(), z.offset(), a.data(), a.offset(), rows * a.stride());
        }
    }

    /// `delta ← delta · f′`, in layer `name`. The derivative of a user's function may be infinite at 0, where the
    /// padding is, so it must not see padding.
    static void multiplyByDerivative(String name, Activation activation, int rows, Rows saved, Rows delta) {
        if (activation instanceof Activation.Custom) {
            for (int row = 0; row < rows; row++) {
                activation.multiplyByDerivative(
                        saved.data(), saved.row(row), delta.data(), delta.row(row), delta.columns());
            }
            CustomCheck.derivatives(name, activation, rows, saved, delta);
        } else {
            activation.multiplyByDerivative(
                    saved.data(), saved.offset(), delta.data(), delta.offset(), rows * delta.stride());
        }
    }

    /// Copies `rows` rows, padding included.
    static void copy(int rows, Rows from, Rows to) {
        System.arraycopy(from.data(), from.offset(), to.data(), to.offset(), rows * to.stride());
    }
}
