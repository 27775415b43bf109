package dev.neurite.network;

import dev.neurite.activation.Activation;
import dev.neurite.activation.Elu;
import dev.neurite.activation.Gelu;
import dev.neurite.activation.Identity;
import dev.neurite.activation.LeakyRelu;
import dev.neurite.activation.Relu;
import dev.neurite.activation.Selu;
import dev.neurite.activation.Silu;
import dev.neurite.activation.Softplus;
import dev.neurite.initialize.Initializer;
import dev.neurite.op.DenseOp;
import dev.neurite.op.Lowering;
import dev.neurite.op.Region;
import dev.neurite.parameter.Constraint;
import dev.neurite.parameter.Learning;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Shape;
import dev.neurite.parameter.Slot;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A fully connected layer: `f(x·W + b)`, with W (inputs, units) and b (units). Rumelhart, Hinton and Williams 1986,
/// "Learning representations by back-propagating errors".
///
/// @param units      number of outputs, at least 1
/// @param activation the function f
/// @param bias       whether b is there
/// @param weights    start of W
/// @param biases     start of b
/// @param learning   what training does to W: whether it is frozen, and b with it, its penalties and its constraint
public record Dense(
        int units, Activation activation, boolean bias, Initializer weights, Initializer biases, Learning learning)
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
        return new Dense(units, activation, true, suitable(activation), Initializer.zeros(), Learning.free());
    }

    /// A linear layer, such as the last one of a network.
    public static Dense linear(int units) {
        return of(units, Activation.identity());
    }

    /// This layer without b.
    public Dense withoutBias() {
        return new Dense(units, activation, false, weights, biases, learning);
    }

    /// This layer with b.
    public Dense withBias() {
        return new Dense(units, activation, true, weights, biases, learning);
    }

    /// This layer with another start.
    public Dense withStart(Initializer newWeights, Initializer newBiases) {
        return new Dense(units, activation, bias, newWeights, newBiases, learning);
    }

    /// This layer with W and b that training leaves as they are.
    public Dense frozen() {
        return withLearning(learning.withFrozen(true));
    }

    /// This layer with a penalty `l1·Σ|w| + ½·l2·Σw²` on W, which is in the gradient but not in reported losses.
    public Dense withPenalty(double l1, double l2) {
        requireStrength("Dense.l1", l1);
        requireStrength("Dense.l2", l2);
        return withLearning(learning.withPenalty(l1, l2));
    }

    private static void requireStrength(String name, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " must be finite and not negative, got " + value);
        }
    }

    /// This layer with a constraint on the weights of each unit, imposed after each step.
    public Dense withConstraint(Constraint constraint) {
        return withLearning(learning.withConstraint(constraint));
    }

    /// This layer with another way to learn.
    public Dense withLearning(Learning newLearning) {
        return new Dense(units, activation, bias, weights, biases, newLearning);
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
        Region input = lowering.current();
        int inputs = input.columns();
        Slot weight = lowering.parameter("weight", inputs, units, Role.WEIGHT, weights, inputs, units, learning);
        Learning free = Learning.free().withFrozen(learning.frozen());
        @Nullable
        Slot added = bias ? lowering.parameter("bias", 1, units, Role.BIAS, biases, inputs, units, free) : null;
        boolean keepsBoth = activation.readsInput() && !(activation instanceof Identity);
        Region preActivation = lowering.region(keepsBoth ? "preActivation" : "output", units);
        Region output = keepsBoth ? lowering.region("output", units) : preActivation;
        lowering.add(new DenseOp(
                lowering.layer(), input, preActivation, output, weight, added, activation, learning.frozen()));
    }

    private static Initializer suitable(Activation activation) {
        if (activation instanceof Selu) {
            return Initializer.lecunNormal();
        }
        return RECTIFIERS.contains(activation.getClass()) ? Initializer.heNormal() : Initializer.glorotUniform();
    }
}
