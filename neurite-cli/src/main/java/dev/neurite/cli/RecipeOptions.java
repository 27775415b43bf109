package dev.neurite.cli;

import dev.neurite.metric.Metric;
import dev.neurite.metric.Metrics;
import dev.neurite.table.Target;
import dev.neurite.table.Task;
import dev.neurite.train.EarlyStopping;
import dev.neurite.train.Trainer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The options of `train` that say how long the network learns and from how many rows at once.
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class RecipeOptions {
    static final int MOST_THREADS = 256;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            description = "Rows of a step (default: 32 to 256, by the rows; all for rprop).")
    private @Nullable Integer batchSize;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Passes over the data at most (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps at most, as an interrupted training counts them; the learning rate still follows"
                    + " the epochs (default: all of the epochs).")
    private @Nullable Long steps;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "Epochs without a better validation loss after which training stops"
                    + " (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "What must get better on the validation rows, such as accuracy, auc, f1, rmse, mae or r2"
                    + " (default: the loss).")
    private @Nullable String metric;

    @Option(
            names = "--max-time",
            paramLabel = "DURATION",
            description = "Time after which training ends, such as 90s, 10m or 1h30m; the trainings of"
                    + " --folds share it (default: as long as it takes).")
    private @Nullable String maxTime;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that share a step; changes no result (default: one a processor).")
    private @Nullable Integer threads;

    /// Refuses what is wrong whatever the data hold.
    ///
    /// @param lacksValidation whether nothing says when to stop
    void check(boolean lacksValidation) {
        trainer(Trainer.forClassification());
        for (String option : List.of("--patience", "--metric")) {
            if (lacksValidation && spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw CommandFailure.usage(option + " needs validation rows, but --validation is 0.");
            }
        }
    }

    /// The usual recipe with these options.
    Trainer trainer(Trainer usual) {
        int processors = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
        return Require.valid(() -> usual.withBatchSize(
                        batchSize == null ? 0 : Require.positive("--batch-size", batchSize))
                .withEpochs(epochs)
                .withSteps(steps == null ? usual.steps() : steps)
                .withMaxTime(maxTime == null ? usual.limits().time() : Durations.of("--max-time", maxTime))
                .withEarlyStopping(stopping(usual))
                .withThreads(threads == null ? processors : Require.between("--threads", 1, MOST_THREADS, threads)));
    }

    private EarlyStopping stopping(Trainer usual) {
        EarlyStopping rule = usual.earlyStopping();
        if (metric != null) {
            String name = metric;
            rule = EarlyStopping.on(Require.named("--metric", () -> Metrics.named(name)));
        }
        return rule.withPatience(patience);
    }

    /// What must get better on the validation rows, in a word.
    String criterion() {
        return metric == null ? "loss" : metric;
    }

    /// The metric that was asked for, if any.
    Metric[] metrics() {
        if (metric == null) {
            return new Metric[0];
        }
        String name = metric;
        return new Metric[] {Require.named("--metric", () -> Metrics.named(name))};
    }

    /// How many rows a step is to have, if that was said.
    Optional<Integer> batchSize() {
        return Optional.ofNullable(batchSize);
    }

    /// Refuses a metric that is not one of the target, or is of one of several quantiles without saying so.
    void checkMetric(Target target) {
        if (metric == null) {
            return;
        }
        String name = metric;
        Metric chosen = Require.named(
                "--metric",
                () -> target.task() == Task.CLASSIFICATION
                        ? Metrics.ofClassification(name)
                        : Metrics.ofRegression(name));
        if (target.singles().getFirst() instanceof Target.Regression number
                && number.estimate().outputs() > 1
                && !number.estimate().isCentral()) {
            throw CommandFailure.usage(
                    "--metric %s needs 0.5 among the quantiles of --loss, which it is measured of.".formatted(name));
        }
        Require.inRange(
                "--metric",
                name,
                () -> chosen.accumulator(
                        target.scored().length, target.singles().size()));
    }
}
