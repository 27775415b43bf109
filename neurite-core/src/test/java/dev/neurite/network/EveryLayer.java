package dev.neurite.network;

import dev.neurite.activation.Activation;
import dev.neurite.parameter.Constraint;

/// A network that holds every kind of layer, and every way for a parameter to learn.
public final class EveryLayer {
    private EveryLayer() {}

    /// @param units units of the wide layers
    public static Network network(int inputs, int units, int outputs) {
        return Network.of(
                inputs,
                Scale.standard(),
                new GaussianNoise(0.05),
                Dense.of(units, Activation.gelu()).withPenalty(1e-5, 1e-4).withConstraint(Constraint.maxNorm(2)),
                BatchNorm.standard(),
                new Dropout(0.2),
                Dense.linear(units).withoutBias(),
                LayerNorm.standard(),
                new ActivationLayer(Activation.tanh()),
                Residual.of(
                        RmsNorm.standard(),
                        Dense.linear(units / 2).frozen(),
                        BatchNorm.standard(),
                        Prelu.standard(),
                        new AlphaDropout(0.1),
                        Dense.linear(units).withConstraint(Constraint.unitNorm())),
                AdaptiveActivation.of(Activation.softplus()),
                new Softmax(),
                Dense.linear(outputs));
    }
}
