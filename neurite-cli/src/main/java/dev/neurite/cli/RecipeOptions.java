package dev.neurite.cli;

import dev.neurite.optimize.Adam;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.Schedule;
import dev.neurite.optimize.Sgd;
import dev.neurite.train.Trainer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The options of `train` that say how the network learns.
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class RecipeOptions {
    private static final int MOST_THREADS = 256;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            description = "adam, adamw, sgd, momentum or nesterov (default: ${DEFAULT-VALUE}).")
    private String optimizer;

    @Option(
            names = "--learning-rate",
            paramLabel = "R",
            description = "Size of a step (default: 0.001 for adam and adamw, else 0.01).")
    private @Nullable Double learningRate;

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            description = "Learning rate over the epochs: constant, or cosine down to 0 (default: ${DEFAULT-VALUE}).")
    private String schedule;

    @Option(
            names = "--warmup",
            defaultValue = "0",
            paramLabel = "STEPS",
            description = "Steps in which the learning rate rises to its full size (default: ${DEFAULT-VALUE}).")
    private int warmup;

    @Option(names = "--batch-size", paramLabel = "N", description = "Rows of a step (default: 32 to 256, by the rows).")
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
            names = "--weight-decay",
            paramLabel = "W",
            description = "Pull of the weights towards 0 (default: 0.01 for adamw, else 0).")
    private @Nullable Double weightDecay;

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
        if (lacksValidation && spec.commandLine().getParseResult().hasMatchedOption("--patience")) {
            throw CommandFailure.usage("--patience needs validation rows, but --validation is 0.");
        }
    }

    /// The usual recipe with these options.
    Trainer trainer(Trainer usual) {
        Optimizer rule = optimizer();
        boolean isUsual = rule.name().equals(usual.optimizer().name());
        double usualRate = isUsual ? usual.learningRate() : rule.defaultLearningRate();
        double rate = learningRate == null ? usualRate : learningRate;
        int processors = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
        return Require.valid(() -> usual.withOptimizer(rule)
                .withLearningRate(rate)
                .withSchedule(schedule())
                .withBatchSize(batchSize == null ? 0 : Require.positive("--batch-size", batchSize))
                .withEpochs(epochs)
                .withSteps(steps == null ? usual.steps() : steps)
                .withEarlyStopping(usual.earlyStopping().withPatience(patience))
                .withThreads(threads == null ? processors : Require.between("--threads", 1, MOST_THREADS, threads)));
    }

    private Optimizer optimizer() {
        Sgd momentum = Sgd.plain().withMomentum(0.9);
        Map<String, Optimizer> rules = new LinkedHashMap<>();
        rules.put("adam", Adam.standard());
        rules.put("adamw", Adam.adamW());
        rules.put("sgd", Sgd.plain());
        rules.put("momentum", momentum);
        rules.put("nesterov", momentum.withNesterov());
        Optimizer rule = Require.oneOf("--optimizer", rules, optimizer);
        return weightDecay == null ? rule : decaying(rule, weightDecay);
    }

    private static Optimizer decaying(Optimizer rule, double weightDecay) {
        return switch (rule) {
            case Adam adam -> Require.valid(() -> adam.withWeightDecay(weightDecay));
            case Sgd sgd -> Require.valid(() -> sgd.withWeightDecay(weightDecay));
            default -> throw CommandFailure.usage("--weight-decay is not for --optimizer " + rule.name() + ".");
        };
    }

    private Schedule schedule() {
        Map<String, Schedule> schedules = new LinkedHashMap<>();
        schedules.put("constant", Schedule.constant());
        schedules.put("cosine", Schedule.cosine());
        Schedule chosen = Require.oneOf("--schedule", schedules, schedule);
        return warmup == 0 ? chosen : chosen.afterWarmup(Require.notNegative("--warmup", warmup));
    }
}
