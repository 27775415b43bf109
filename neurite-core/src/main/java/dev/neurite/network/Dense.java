package dev.neurite.network;

import dev.neurite.activation.Activation;
import dev.neurite.activation.Elu;
import dev.neurite.activation.Gelu;
import dev.neurite.activation.LeakyRelu;
import dev.neurite.activation.Relu;
import dev.neurite.activation.Selu;
import dev.neurite.activation.Silu;
import dev.neurite.activation.Softplus;
import dev.neurite.initialize.Initializer;
import dev.neurite.op.Lowering;
import dev.neurite.parameter.Shape;
import java.util.Set;

/// A fully connected layer: `f(x·W + b)`, with W (inputs, units) and b (units).
///
/// @param units      number of outputs, at least 1
/// @param activation the function f
/// @param bias       whether b is there
/// @param weights    start of W
/// @param biases     start of b
public record Dense(int units, Activation activation, boolean bias, Initializer weights, Initializer biases)
        implements Layer {
    private static final Set<Class<? extends Activation>> RECTIFIERS =
            Set.of(Relu.class, LeakyRelu.class, Elu.class, Gelu.class, Silu.class, Softplus.class);

    /// Checks the size.
    public Dense {
        if (units < 1) {
            throw new IllegalArgumentException("Dense.units must be positive, got " + units);
        }
    }

    /// A layer with biases that start at 0 and weights that start as suits the activation: He normal for ReLU and
    /// its smooth relatives, LeCun normal for SELU, Glorot uniform for the others.
    public static Dense of(int units, Activation activation) {
        return new Dense(units, activation, true, suitable(activation), Initializer.zeros());
    }

    /// A linear layer, such as the last one of a network.
    public static Dense linear(int units) {
        return of(units, Activation.identity());
    }

    /// This layer without b.
    public Dense withoutBias() {
        return new Dense(units, activation, false, weights, biases);
    }

    /// This layer with another start.
    public Dense withStart(Initializer newWeights, Initializer newBiases) {
        return new Dense(units, activation, bias, newWeights, newBiases);
    }

    @Override
    public String name() {
        return "Dense";
    }

    @Override
    public Shape output(Shape input) {
        return Shape.of(units);
    }

    @Override
    public void lower(Lowering lowering) {
        lowering.dense(units, activation, bias, weights, biases);
    }

    private static Initializer suitable(Activation activation) {
        if (activation instanceof Selu) {
            return Initializer.lecunNormal();
        }
        return RECTIFIERS.contains(activation.getClass()) ? Initializer.heNormal() : Initializer.glorotUniform();
    }
}
