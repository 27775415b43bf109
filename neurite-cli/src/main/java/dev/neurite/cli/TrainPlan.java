package dev.neurite.cli;

import dev.neurite.table.Note;
import dev.neurite.table.PreparedTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        boolean quiet) {
    /// What the owner of the data should know before the training begins.
    List<Note> notes(PreparedTable prepared) {
        List<Note> notes = new ArrayList<>(prepared.notes());
        int rows = prepared.training().size();
        recipe.batchSize()
                .filter(size -> size < rows && optimizer.wantsAllRows())
                .ifPresent(size -> notes.add(new Note(
                        "",
                        rows,
                        "--optimizer %s wants all %s rows to learn from in a batch, but --batch-size is %s."
                                .formatted(optimizer.name(), Numbers.count(rows), Numbers.count(size)))));
        return notes;
    }
}
