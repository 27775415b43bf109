package dev.neurite.cli;

import dev.neurite.optimize.Average;
import dev.neurite.optimize.Ema;
import dev.neurite.optimize.GradientTransform;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.Rprop;
import dev.neurite.train.Lbfgs;
import dev.neurite.train.Trainer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The options of `train` that say how parameters follow the gradient.
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class OptimizerOptions {
    private static final String LBFGS = "lbfgs";
    private static final List<String> NOT_FOR_LBFGS = List.of(
            "--learning-rate",
            "--schedule",
            "--warmup",
            "--clip-norm",
            "--average",
            "--steps",
            "--dropout",
            "--batch-norm",
            "--max-norm",
            "--from");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            description = "adam, adamw, amsgrad, adamax, nadam, radam, rmsprop, rmsprop-momentum, rmsprop-centered,"
                    + " adagrad, adadelta, lion, rprop, sgd, momentum, nesterov, or lbfgs, which takes all rows in"
                    + " each step (default: ${DEFAULT-VALUE}).")
    private String optimizer;

    @Option(
            names = "--learning-rate",
            paramLabel = "R",
            description = "Size of a step (default: that of the optimizer, 0.001 for adam).")
    private @Nullable Real learningRate;

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            description = "Learning rate over the steps: constant, step:N,FACTOR, multi-step:FACTOR,N,N,"
                    + " exponential:FACTOR, cosine, cosine-restarts:N, flat-cosine, log-cosine, one-cycle, linear,"
                    + " polynomial:POWER, inverse-scaling or plateau (default: ${DEFAULT-VALUE}).")
    private String schedule;

    @Option(
            names = "--warmup",
            defaultValue = "0",
            paramLabel = "STEPS",
            description = "Steps in which the learning rate rises to its full size (default: ${DEFAULT-VALUE}).")
    private int warmup;

    @Option(
            names = "--weight-decay",
            paramLabel = "W",
            description = "Pull of the weights towards 0 (default: 0.01 for adamw, else 0).")
    private @Nullable Real weightDecay;

    @Option(
            names = "--clip-norm",
            paramLabel = "C",
            description = "Scales a gradient whose norm is larger down to it (default: no limit).")
    private @Nullable Real clipNorm;

    @Option(
            names = "--average",
            defaultValue = "none",
            paramLabel = "NAME",
            description = "Average of the parameters that the model holds: none, ema[:DECAY] or swa"
                    + " (default: ${DEFAULT-VALUE}).")
    private String average;

    /// Refuses what is wrong whatever the data hold.
    void check() {
        trainer(Trainer.forClassification());
        if (lbfgs().isPresent()) {
            for (String option : NOT_FOR_LBFGS) {
                if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                    throw CommandFailure.usage(option + " is not for --optimizer lbfgs.");
                }
            }
        }
    }

    /// Whether its rule is one for the gradient of all rows, of which it takes the signs alone.
    boolean wantsAllRows() {
        Optimizers.Choice choice = Optimizers.byName().get(optimizer);
        return choice != null && choice.usual() instanceof Rprop;
    }

    /// What to call the optimizer.
    String name() {
        return optimizer;
    }

    /// The usual recipe with these options.
    Trainer trainer(Trainer usual) {
        if (lbfgs().isPresent()) {
            return usual;
        }
        Optimizer rule = rule();
        boolean isUsual = rule.name().equals(usual.optimizer().name());
        double usualRate = isUsual ? usual.learningRate() : rule.defaultLearningRate();
        Real rate = learningRate;
        Trainer ruled = usual.withOptimizer(rule);
        Trainer rated = rate == null
                ? ruled.withLearningRate(usualRate)
                : Require.valid(rate, () -> ruled.withLearningRate(rate.value()));
        Trainer trainer = Require.valid(
                () -> rated.withSchedule(Schedules.named(schedule, warmup)).withAverage(average()));
        return clipNorm == null ? trainer : trainer.withTransforms(clip(clipNorm));
    }

    private static GradientTransform clip(Real maximum) {
        return Require.valid(maximum, () -> GradientTransform.clipByGlobalNorm(maximum.value()));
    }

    private Optimizer rule() {
        Optimizers.Choice choice = Optimizers.byName().get(optimizer);
        if (choice == null) {
            throw CommandFailure.usage("--optimizer must be one of %s, %s, got %s."
                    .formatted(String.join(", ", Optimizers.byName().keySet()), LBFGS, optimizer));
        }
        if (weightDecay == null) {
            return choice.usual();
        }
        Real decay = weightDecay;
        return Require.valid(
                decay,
                () -> choice.decaying()
                        .orElseThrow(
                                () -> CommandFailure.usage("--weight-decay is not for --optimizer " + optimizer + "."))
                        .apply(decay.value()));
    }

    /// L-BFGS, which is no rule of steps over batches, if it was chosen.
    Optional<Lbfgs> lbfgs() {
        if (!optimizer.equals(LBFGS)) {
            return Optional.empty();
        }
        Real decay = weightDecay == null ? new Real("0", 0) : weightDecay;
        return Optional.of(Require.valid(decay, () -> Lbfgs.standard().withL2(decay.value())));
    }

    /// The option that makes a training end after a number of steps: an epoch of L-BFGS is one step.
    String stepsOption() {
        return lbfgs().isPresent() ? "--epochs" : "--steps";
    }

    private Average average() {
        NamedChoice choice = NamedChoice.parse("--average", average);
        Map<String, Function<NamedChoice, Average>> averages = new LinkedHashMap<>();
        averages.put("none", named -> {
            named.withNumbers(0, 0);
            return Average.none();
        });
        averages.put("ema", named -> new Ema(named.withNumbers(0, 1).number(0, 0.999), true));
        averages.put("swa", named -> {
            named.withNumbers(0, 0);
            return Average.stochasticWeightAveraging();
        });
        return Require.inRange("--average", average, () -> choice.among(averages));
    }
}
