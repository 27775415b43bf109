package dev.neurite.cli;

import java.nio.file.Path;

/// What `train` was asked to do, checked as far as that is possible without the data.
///
/// @param data what to learn from
/// @param network what the network is
/// @param recipe how it learns
/// @param model the file to write
/// @param json whether the result is one JSON object
/// @param quiet whether no progress is shown
record TrainPlan(
        DataOptions data, NetworkOptions network, RecipeOptions recipe, Path model, boolean json, boolean quiet) {}
