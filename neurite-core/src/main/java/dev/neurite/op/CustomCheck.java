package dev.neurite.op;

import dev.neurite.activation.Activation;
import dev.neurite.parameter.Rows;

/// Finds out a user's function that makes NaN of a number: without this, training would only say that it diverged.
final class CustomCheck {
    private CustomCheck() {}

    /// Refuses NaN among the values of `f` at numbers.
    ///
    /// @param layer such as `layer 2 (Dense)`
    /// @param z     inputs
    /// @param a     outputs
    static void values(String layer, Activation f, int rows, Rows z, Rows a) {
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < a.columns(); j++) {
                if (Float.isNaN(a.at(row, j)) && !Float.isNaN(z.at(row, j))) {
                    throw refusal(layer, f, "f(" + z.at(row, j) + ")");
                }
            }
        }
    }

    /// Refuses NaN among gradients where the derivative of `f` is to blame for it.
    ///
    /// @param saved what the derivative was taken of
    /// @param delta the gradients after the multiplication by the derivative
    static void derivatives(String layer, Activation f, int rows, Rows saved, Rows delta) {
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < delta.columns(); j++) {
                float z = saved.at(row, j);
                if (Float.isNaN(delta.at(row, j)) && !Float.isNaN(z) && Double.isNaN(f.derivative(z))) {
                    throw refusal(layer, f, "f′(" + z + ")");
                }
            }
        }
    }

    private static IllegalArgumentException refusal(String layer, Activation f, String what) {
        return new IllegalArgumentException(
                layer + ": activation " + f.name() + " must give numbers, but " + what + " is NaN");
    }
}
