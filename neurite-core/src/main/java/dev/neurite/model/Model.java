package dev.neurite.model;

import dev.neurite.loss.Link;
import dev.neurite.network.Network;
import dev.neurite.parameter.Parameters;
import dev.neurite.program.Program;

/// A trained network: what users compare, save and share. Immutable.
///
/// @param network    layers
/// @param parameters what was learned
/// @param link       what makes predictions of the outputs of the last layer
public record Model(Network network, Parameters parameters, Link link) {
    /// Checks that the parameters are those of the network.
    public Model {
        if (!Program.forPrediction(network, 1).layout().equals(parameters.layout())) {
            throw new IllegalArgumentException("parameters must have the layout of the network, got " + parameters);
        }
    }

    /// A predictor that computes in the calling thread alone.
    public Predictor predictor() {
        return Predictor.of(this, 1);
    }

    /// A predictor that shares large batches among `threads` threads; close it when it is no longer needed.
    public Predictor predictor(int threads) {
        return Predictor.of(this, threads);
    }
}
