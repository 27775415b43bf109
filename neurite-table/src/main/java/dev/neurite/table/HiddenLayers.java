package dev.neurite.table;

import dev.neurite.activation.Activation;
import dev.neurite.network.ActivationLayer;
import dev.neurite.network.BatchNorm;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.Layer;
import dev.neurite.network.LayerNorm;
import dev.neurite.network.Network;
import dev.neurite.network.Residual;
import dev.neurite.parameter.Constraint;
import java.util.ArrayList;
import java.util.List;

/// The hidden layers of a dense network: for each a dense layer, a normalisation before the activation where there is
/// one, the activation, and dropout.
///
/// @param units of each layer; none makes a linear model
/// @param activation function of all
/// @param dropout rate after each
/// @param normalization what comes between a dense layer and its activation
/// @param residual whether a layer adds to what it takes, `x + F(x)`, where the hidden layer before has as many units
/// @param constraint of the weights of each hidden unit
public record HiddenLayers(
        List<Integer> units,
        Activation activation,
        double dropout,
        Normalization normalization,
        boolean residual,
        Constraint constraint) {
    /// What is normalised before the activation.
    public enum Normalization {
        /// Nothing.
        NONE,
        /// Each unit over the rows of a batch, see [BatchNorm].
        BATCH,
        /// The units of each row, see [LayerNorm].
        LAYER
    }

    /// Copies the list.
    ///
    /// @throws IllegalArgumentException if there are to be residual layers, but no layer has as many units as the
    /// one
    ///     before
    public HiddenLayers {
        units = List.copyOf(units);
        if (residual && !hasEqualNeighbours(units)) {
            throw new IllegalArgumentException(
                    "HiddenLayers.residual needs two layers of equally many units in a row, got " + units);
        }
    }

    private static boolean hasEqualNeighbours(List<Integer> units) {
        for (int i = 1; i < units.size(); i++) {
            if (units.get(i).equals(units.get(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /// Two layers of 64 rectified units.
    public static HiddenLayers standard() {
        return new HiddenLayers(List.of(64, 64), Activation.relu(), 0, Normalization.NONE, false, Constraint.NONE);
    }

    /// With other layers.
    public HiddenLayers withUnits(List<Integer> value) {
        return new HiddenLayers(value, activation, dropout, normalization, residual, constraint);
    }

    /// With another function.
    public HiddenLayers withActivation(Activation value) {
        return new HiddenLayers(units, value, dropout, normalization, residual, constraint);
    }

    /// With another rate of dropout.
    public HiddenLayers withDropout(double rate) {
        return new HiddenLayers(units, activation, rate, normalization, residual, constraint);
    }

    /// With a normalisation before each activation.
    public HiddenLayers withNormalization(Normalization value) {
        return new HiddenLayers(units, activation, dropout, value, residual, constraint);
    }

    /// With layers that add to what they take, or without.
    ///
    /// @throws IllegalArgumentException if no layer has as many units as the one before
    public HiddenLayers withResidual(boolean value) {
        return new HiddenLayers(units, activation, dropout, normalization, value, constraint);
    }

    /// With a constraint of the weights of each hidden unit.
    public HiddenLayers withConstraint(Constraint value) {
        return new HiddenLayers(units, activation, dropout, normalization, residual, value);
    }

    /// The network between these numbers of inputs and outputs.
    Network network(int inputs, int outputs) {
        List<Layer> layers = new ArrayList<>();
        int below = 0; // the inputs are not hidden
        for (int each : units) {
            List<Layer> hidden = hidden(each);
            if (residual && each == below) {
                layers.add(new Residual(hidden));
            } else {
                layers.addAll(hidden);
            }
            below = each;
        }
        layers.add(Dense.linear(outputs));
        return Network.of(inputs, layers.toArray(Layer[]::new));
    }

    private List<Layer> hidden(int size) {
        Dense dense = Dense.of(size, activation).withConstraint(constraint);
        List<Layer> layers = new ArrayList<>();
        if (normalization == Normalization.NONE) {
            layers.add(dense);
        } else { // which shifts each unit itself
            layers.add(Dense.linear(size)
                    .withStart(dense.weights(), dense.biases())
                    .withConstraint(constraint)
                    .withoutBias());
            layers.add(normalization == Normalization.BATCH ? BatchNorm.standard() : LayerNorm.standard());
            layers.add(new ActivationLayer(activation));
        }
        if (dropout != 0) {
            layers.add(new Dropout(dropout));
        }
        return layers;
    }
}
