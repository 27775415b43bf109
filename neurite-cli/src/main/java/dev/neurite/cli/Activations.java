package dev.neurite.cli;

import dev.neurite.activation.Activation;

/// The activations by name.
final class Activations {
    /// The names, related ones together.
    static final String NAMES =
            "relu, leakyrelu, elu, celu, selu, gelu, gelutanh, silu, mish, softplus, softsign, tanh,"
                    + " sigmoid, logsigmoid, hardsigmoid, hardswish, hardtanh, relu6, identity";

    private Activations() {}

    /// The one that `--activation` names.
    static Activation named(String name) {
        try {
            return Activation.named(name);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--activation must be one of " + NAMES + ", got " + name + ".");
        }
    }
}
