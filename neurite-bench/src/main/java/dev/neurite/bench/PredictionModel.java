package dev.neurite.bench;

import dev.neurite.model.Model;
import java.util.Optional;

/// The model that a benchmark predicts with.
public final class PredictionModel {
    private PredictionModel() {}

    /// The model, for other programs to predict with; empty where nothing is predicted.
    public static Optional<Model> of(Benchmark benchmark) {
        return benchmark instanceof PredictionBenchmark prediction ? Optional.of(prediction.model()) : Optional.empty();
    }
}
