package dev.neurite.cli;

import dev.neurite.model.Model;
import dev.neurite.table.PreparedTable;
import dev.neurite.train.Diagnosis;
import dev.neurite.train.Trainer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The options of `train` that say what is kept and told of the training itself.
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class WatchOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Log of the training, written line by line: FILE.csv takes what each epoch measured,"
                    + " FILE.jsonl every event.")
    private @Nullable Path log;

    @Option(
            names = "--diagnose",
            description = "Tell, layer by layer, whether numbers are not finite, units dead, or gradients vanish or"
                    + " explode, also where the training diverges.")
    private boolean diagnose;

    /// Refuses what is wrong whatever the files hold.
    ///
    /// @param inFolds whether there are several trainings
    /// @param inputs the files that are read
    /// @param model the file of the model
    void check(boolean inFolds, List<Path> inputs, Path model) {
        for (String option : List.of("--log", "--diagnose")) {
            if (inFolds && spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw CommandFailure.usage("Only one of --folds and " + option + " can be given.");
            }
        }
        if (log != null) {
            TrainingLog.requireKnown(log);
            OutputFile.require("--log", log, inputs);
            OutputFile.requireOther("--log", log, "--out", model);
        }
    }

    /// A trainer that examines the network where that is asked for.
    Trainer in(Trainer trainer) {
        return diagnose ? trainer.withDiagnosis() : trainer;
    }

    /// Opens the log, or one that takes nothing.
    ///
    /// @throws CommandFailure if it cannot be written
    TrainingLog open() {
        return log == null ? TrainingLog.none() : TrainingLog.to(log);
    }

    /// What is wrong with a model, where that is asked for.
    Optional<DiagnosisReport> diagnosis(Model model, Trainer trainer, PreparedTable data) {
        return diagnose
                ? Optional.of(
                        new DiagnosisReport("the model", Diagnosis.of(model, trainer.loss(), data.trainingData())))
                : Optional.empty();
    }
}
