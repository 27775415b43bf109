package dev.neurite.activation;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/// An elementwise function `a = f(z)` and its derivative.
///
/// [#value] and [#derivative] define it, in double precision. The engine calls [#apply] and
/// [#multiplyByDerivative], which act on whole slices of a `float[]`, since a call for each element would cost
/// more than the function itself. To add a function, implement [Custom] or call [#custom].
public sealed interface Activation
        permits Identity, Relu, LeakyRelu, Elu, Selu, Gelu, Silu, Softplus, Tanh, Sigmoid, Activation.Custom {
    /// The name, in lower case, as the command line takes it.
    String name();

    /// `f(z)`.
    double value(double z);

    /// `f′(z)`; at a kink the value of the side that the documentation of the function names.
    double derivative(double z);

    /// What [#multiplyByDerivative] must be given: the input z (true) or the output a (false).
    boolean readsInput();

    /// Writes `f(z)` for `length` numbers; `a` may be `z` when both offsets are equal.
    ///
    /// @param z       inputs
    /// @param zOffset index of the first input
    /// @param a       outputs
    /// @param aOffset index of the first output
    /// @param length  how many
    void apply(float[] z, int zOffset, float[] a, int aOffset, int length);

    /// Multiplies `length` numbers of `delta` by `f′`: `delta ← delta · f′`.
    ///
    /// @param saved       the inputs z when [#readsInput], else the outputs a
    /// @param savedOffset index of the first
    /// @param delta       gradient by the output on entry, by the input on return
    /// @param deltaOffset index of the first
    /// @param length      how many
    void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length);

    /// A function of the user's own.
    ///
    /// The slice methods given here call [#value] and [#derivative] for each element; override them where speed
    /// matters. Results are the same on every machine only if the functions use `StrictMath`.
    non-sealed interface Custom extends Activation {
        @Override
        default boolean readsInput() {
            return true;
        }

        @Override
        default void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
            for (int i = 0; i < length; i++) {
                a[aOffset + i] = (float) value(z[zOffset + i]);
            }
        }

        @Override
        default void multiplyByDerivative(float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
            for (int i = 0; i < length; i++) {
                delta[deltaOffset + i] *= (float) derivative(saved[savedOffset + i]);
            }
        }
    }

    /// A function from its value and its derivative.
    static Activation custom(String name, DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
        return new FunctionActivation(name, value, derivative);
    }

    /// `z`.
    static Activation identity() {
        return new Identity();
    }

    /// `max(z, 0)`.
    static Activation relu() {
        return new Relu();
    }

    /// `z` above 0, else `0.01·z`.
    static Activation leakyRelu() {
        return new LeakyRelu(0.01);
    }

    /// `z` above 0, else `exp(z) − 1`.
    static Activation elu() {
        return new Elu(1);
    }

    /// The self-normalising [Selu].
    static Activation selu() {
        return new Selu();
    }

    /// `z·Φ(z)`, exact.
    static Activation gelu() {
        return new Gelu();
    }

    /// `z·sigmoid(z)`, also known as swish.
    static Activation silu() {
        return new Silu();
    }

    /// `log(1 + exp z)`.
    static Activation softplus() {
        return new Softplus();
    }

    /// Hyperbolic tangent.
    static Activation tanh() {
        return new Tanh();
    }

    /// `1 / (1 + exp(−z))`.
    static Activation sigmoid() {
        return new Sigmoid();
    }

    /// All built-in functions with their default constants.
    static List<Activation> builtIn() {
        return List.of(identity(), relu(), leakyRelu(), elu(), selu(), gelu(), silu(), softplus(), tanh(), sigmoid());
    }

    /// The built-in function called `name`.
    ///
    /// @throws IllegalArgumentException if there is none; the message lists the names
    static Activation named(String name) {
        Objects.requireNonNull(name);
        String wanted = name.toLowerCase(Locale.ROOT);
        return builtIn().stream()
                .filter(activation -> activation.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("activation must be one of "
                        + String.join(
                                ", ", builtIn().stream().map(Activation::name).toList())
                        + ", got " + name));
    }
}
