package dev.neurite.cli;

import dev.neurite.table.HeldOut;
import dev.neurite.table.Table;
import dev.neurite.table.TableTrainer;
import dev.neurite.table.Task;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The options of `train` that say what to learn from.
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DataOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DATA", description = "The table: .csv, .tsv (also .gz), .parquet or .json.")
    private Path file;

    @Option(
            names = {"-t", "--target"},
            required = true,
            paramLabel = "COLUMN",
            description = "The column to predict; several as A,B, all of numbers or all of two values.")
    private String target;

    @Option(
            names = "--task",
            defaultValue = "auto",
            paramLabel = "TASK",
            description = "auto, classification or regression; auto takes text and at most 20 distinct integers"
                    + " for classification.")
    private String task;

    @Option(names = "--exclude", split = ",", paramLabel = "COLUMN", description = "Columns not to learn from: A,B,C.")
    private List<String> excluded = List.of();

    @Option(
            names = "--weight-column",
            paramLabel = "COLUMN",
            description = "A column that says how much each row counts in training and stopping; it is not learned"
                    + " from.")
    private @Nullable String weightColumn;

    @Option(
            names = "--test",
            paramLabel = "SHARE",
            description = "Share of the rows set aside to measure the result on (default: ${DEFAULT-VALUE});"
                    + " 0 for none.")
    private Real test;

    @Option(names = "--test-data", paramLabel = "FILE", description = "A table to measure the result on instead.")
    private @Nullable Path testData;

    @Option(
            names = "--folds",
            paramLabel = "K",
            description = "Cross-validation instead of a test: every row is measured by a network that learned from"
                    + " the other folds. Writes a model, of all rows, only with --out.")
    private @Nullable Integer folds;

    @Option(
            names = "--validation",
            paramLabel = "SHARE",
            description = "Share of the other rows that says when to stop and which epoch is best"
                    + " (default: ${DEFAULT-VALUE}); 0 trains all epochs and keeps the last.")
    private Real validation;

    @Option(names = "--validation-data", paramLabel = "FILE", description = "A table for that purpose instead.")
    private @Nullable Path validationData;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Draws rows, starts and orders; the same seed gives the same model"
                    + " (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private FormatOptions format = new FormatOptions();

    /// Reads the table to learn from.
    Table table() {
        return format.read(file);
    }

    /// The table to learn from.
    Path file() {
        return file;
    }

    long seed() {
        return seed;
    }

    /// Whether nothing says when to stop.
    boolean lacksValidation() {
        return validation.value() == 0 && validationData == null;
    }

    /// All files that are read.
    List<Path> files() {
        return Stream.concat(
                        Stream.of(file),
                        Stream.of(Optional.ofNullable(testData), Optional.ofNullable(validationData))
                                .flatMap(Optional::stream))
                .toList();
    }

    /// Refuses what is wrong whatever the files hold.
    void check() {
        checkShare("--test", test, testData);
        if (folds != null) {
            checkFolds(folds);
        }
        checkShare("--validation", validation, validationData);
        task();
        format.check();
    }

    private void checkFolds(int count) {
        if (count < 2) {
            throw CommandFailure.usage("--folds must be at least 2, got " + count + ".");
        }
        for (String option : List.of("--test", "--test-data")) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw CommandFailure.usage("Only one of --folds and " + option + " can be given.");
            }
        }
    }

    /// How many folds, 0 for none.
    int folds() {
        return folds == null ? 0 : folds;
    }

    private void checkShare(String option, Real share, @Nullable Path other) {
        Require.fraction(option, share);
        if (other != null && spec.commandLine().getParseResult().hasMatchedOption(option)) {
            throw CommandFailure.usage("Only one of %s and %s-data can be given.".formatted(option, option));
        }
    }

    /// The task that was asked for.
    Optional<Task> task() {
        Map<String, Optional<Task>> tasks = new LinkedHashMap<>();
        tasks.put("auto", Optional.empty());
        for (Task each : Task.values()) {
            tasks.put(each.word(), Optional.of(each));
        }
        return Require.oneOf("--task", tasks, task);
    }

    /// The columns to predict: the one of that name, or if there is none, those between the commas.
    List<String> targets(Table table) {
        if (table.find(target).isPresent() || !target.contains(",")) {
            return List.of(target);
        }
        List<String> names =
                Arrays.stream(target.split(",", -1)).map(String::strip).toList();
        for (String name : names) {
            if (name.isEmpty() || Collections.frequency(names, name) > 1) {
                throw CommandFailure.usage("--target must name different columns, such as A,B, got " + target + ".");
            }
        }
        return names;
    }

    /// The usual way to learn the targets from these data; reads the tables that are held out.
    TableTrainer trainer(Table table) {
        List<String> targets = targets(table);
        if (weightColumn != null && targets.contains(weightColumn)) {
            throw CommandFailure.usage("--weight-column must not be a target, got " + weightColumn + ".");
        }
        TableTrainer trainer = TableTrainer.forTargets(targets.toArray(String[]::new))
                .withoutColumns(excluded.toArray(String[]::new))
                .withTest(folds == null ? heldOut(test.value(), testData) : HeldOut.none())
                .withValidation(heldOut(validation.value(), validationData));
        TableTrainer weighted = weightColumn == null ? trainer : trainer.withWeightColumn(weightColumn);
        return task().map(weighted::withTask).orElse(weighted);
    }

    private HeldOut heldOut(double share, @Nullable Path file) {
        return file == null ? HeldOut.share(share) : HeldOut.table(format.read(file));
    }
}
