package dev.neurite.cli;

import java.nio.file.Path;

/// What `train` was asked to do, checked as far as that is possible without the data.
///
/// @param data what to learn from
/// @param loss what is made small
/// @param network what the network is
/// @param optimizer how parameters follow the gradient
/// @param recipe how long it learns and from how many rows at once
/// @param watch what is kept and told of the training itself
/// @param model the file to write
/// @param writesModel whether it is named, so that cross-validation writes it too
/// @param json whether the result is one JSON object
/// @param quiet whether no progress is shown
record TrainPlan(
        DataOptions data,
        LossOptions loss,
        NetworkOptions network,
        OptimizerOptions optimizer,
        RecipeOptions recipe,
        WatchOptions watch,
        Path model,
        boolean writesModel,
        boolean json,
        boolean quiet) {}
