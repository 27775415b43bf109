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
        permits Identity,
                Relu,
                LeakyRelu,
                Elu,
                Selu,
                Gelu,
                Silu,
                Softplus,
                Tanh,
                Sigmoid,
                Celu,
                GeluTanh,
                Mish,
                Softsign,
                HardSigmoid,
                HardSwish,
                HardTanh,
                Relu6,
                LogSigmoid,
                Activation.Custom {
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
    /// matters. Results are the same on every machine only if the functions use `StrictMath`, or arithmetic alone.
    /// Training refuses a function that makes NaN of a number, with the layer, the function and the number.
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

    /// A loop over slices: what [#apply] and [#multiplyByDerivative] are.
    @FunctionalInterface
    interface Slice {
        /// Writes `length` numbers of `y` from those of `x`; may read what stands in `y`.
        void apply(float[] x, int xOffset, float[] y, int yOffset, int length);
    }

    /// A function from its value and its derivative, each called once for every element.
    ///
    /// Convenient but slow: a call takes some nanoseconds where a loop over a slice takes a fraction of
    /// one; see [#customSlices]. The same bits on every machine only if both use `StrictMath`, not `Math`,
    /// beyond arithmetic.
    static Activation custom(String name, DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
        return new FunctionActivation(name, value, derivative);
    }

    /// A function from two loops over slices, at the speed of those loops.
    ///
    /// ```java
    /// Activation square = Activation.customSlices("square", (z, zAt, a, aAt, n) -> {
    ///     for (int i = 0; i < n; i++) {
    ///         a[aAt + i] = z[zAt + i] * z[zAt + i];
    ///     }
    /// }, (z, zAt, delta, at, n) -> {
    ///     for (int i = 0; i < n; i++) {
    ///         delta[at + i] *= 2 * z[zAt + i];
    ///     }
    /// });
    /// ```
    ///
    /// @param value                writes `f(z)`; both arrays may be the same
    /// @param multiplyByDerivative multiplies `delta` by `f′(z)`
    static Activation customSlices(String name, Slice value, Slice multiplyByDerivative) {
        return new SliceActivation(name, value, multiplyByDerivative);
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

    /// [Celu] with alpha 1, the same function as [#elu].
    static Activation celu() {
        return new Celu(1);
    }

    /// [#gelu] approximated by tanh.
    static Activation geluTanh() {
        return new GeluTanh();
    }

    /// `z·tanh(softplus z)`.
    static Activation mish() {
        return new Mish();
    }

    /// `z / (1 + |z|)`.
    static Activation softsign() {
        return new Softsign();
    }

    /// `z/6 + ½`, between 0 and 1.
    static Activation hardSigmoid() {
        return new HardSigmoid();
    }

    /// `z·hardSigmoid(z)`.
    static Activation hardSwish() {
        return new HardSwish();
    }

    /// `z`, between −1 and 1.
    static Activation hardTanh() {
        return new HardTanh();
    }

    /// `z`, between 0 and 6.
    static Activation relu6() {
        return new Relu6();
    }

    /// `log sigmoid(z)`.
    static Activation logSigmoid() {
        return new LogSigmoid();
    }

    /// All built-in functions with their default constants.
    static List<Activation> builtIn() {
        return List.of(
                identity(),
                relu(),
                leakyRelu(),
                elu(),
                selu(),
                gelu(),
                silu(),
                softplus(),
                tanh(),
                sigmoid(),
                celu(),
                geluTanh(),
                mish(),
                softsign(),
                hardSigmoid(),
                hardSwish(),
                hardTanh(),
                relu6(),
                logSigmoid());
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
