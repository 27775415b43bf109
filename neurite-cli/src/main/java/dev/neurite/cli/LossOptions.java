package dev.neurite.cli;

import dev.neurite.loss.Loss;
import dev.neurite.loss.Quantile;
import dev.neurite.loss.SigmoidCrossEntropy;
import dev.neurite.loss.SigmoidFocal;
import dev.neurite.loss.SoftmaxCrossEntropy;
import dev.neurite.loss.SoftmaxFocal;
import dev.neurite.table.LabelWeights;
import dev.neurite.table.Task;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `train` that say what is made small.
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LossOptions {
    private static final Set<String> OF_LABELS = Set.of("crossentropy", "focal");

    /// What the losses are called elsewhere.
    private static final Map<String, String> ALIASES = Map.of(
            "mse", "squared-error",
            "mae", "absolute-error",
            "binary-cross-entropy", "cross-entropy",
            "gaussian-nll", "gaussian");

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            description = "cross-entropy (binary-cross-entropy of two) or focal[:GAMMA] of labels; squared-error (mse),"
                    + " absolute-error (mae), huber[:DELTA], smooth-l1[:BETA], log-cosh, poisson (counts),"
                    + " gaussian (predicts mean and variance) or quantile:0.1,0.5,0.9 of numbers"
                    + " (default: cross-entropy or squared-error).")
    private @Nullable String loss;

    @Option(
            names = "--label-smoothing",
            paramLabel = "S",
            description = "Share of each label that is spread over all, for cross-entropy (default: 0).")
    private @Nullable Real labelSmoothing;

    @Option(
            names = "--class-weights",
            paramLabel = "WEIGHTS",
            description = "How much each label counts: balanced, or A=2,B=1 with 1 for the others"
                    + " (default: all the same).")
    private @Nullable String classWeights;

    /// Refuses what is wrong whatever the data hold.
    ///
    /// @param task the task that was asked for
    void check(Optional<Task> task) {
        loss(false);
        loss(true);
        if (loss != null && task.isPresent() && task.get() != lossTask()) {
            throw CommandFailure.usage("--loss %s is for %s, but --task is %s."
                    .formatted(
                            loss,
                            lossTask() == Task.REGRESSION ? "numbers" : "labels",
                            task.get().word()));
        }
        if (labelSmoothing != null && task.equals(Optional.of(Task.REGRESSION))) {
            throw CommandFailure.usage("--label-smoothing is for labels, but --task is regression.");
        }
        labelWeights();
    }

    /// Whether labels or numbers are learned by it, if these options say so.
    Optional<Task> task() {
        return loss == null && labelSmoothing == null ? Optional.empty() : Optional.of(lossTask());
    }

    /// Whether it is called what it is called for two labels.
    boolean isOfTwoLabels() {
        return loss != null && NamedChoice.parse("--loss", loss).name().equals("binarycrossentropy");
    }

    private Task lossTask() {
        return OF_LABELS.contains(choice().name()) ? Task.CLASSIFICATION : Task.REGRESSION;
    }

    private NamedChoice choice() {
        return NamedChoice.parse("--loss", loss == null ? "cross-entropy" : loss)
                .withAliases(ALIASES);
    }

    /// The loss that was asked for.
    ///
    /// @param several whether several columns are learned, so that labels are yes or no
    Optional<Loss> loss(boolean several) {
        if (loss == null && labelSmoothing == null) {
            return Optional.empty();
        }
        Loss chosen =
                Require.inRange("--loss", String.valueOf(loss), () -> choice().among(several ? ofSeveral() : ofOne()));
        return Optional.of(labelSmoothing == null ? chosen : smoothed(chosen, labelSmoothing));
    }

    private static Map<String, Function<NamedChoice, Loss>> ofOne() {
        Map<String, Function<NamedChoice, Loss>> losses = new LinkedHashMap<>();
        losses.put("cross-entropy", choice -> bare(choice, Loss.softmaxCrossEntropy()));
        losses.put("focal", choice -> new SoftmaxFocal(choice.withNumbers(0, 1).number(0, 2)));
        addNumbers(losses);
        return losses;
    }

    private static Map<String, Function<NamedChoice, Loss>> ofSeveral() {
        Map<String, Function<NamedChoice, Loss>> losses = new LinkedHashMap<>();
        losses.put("cross-entropy", choice -> bare(choice, Loss.sigmoidCrossEntropy()));
        losses.put("focal", choice -> new SigmoidFocal(choice.withNumbers(0, 1).number(0, 2), 0.25));
        addNumbers(losses);
        return losses;
    }

    private static void addNumbers(Map<String, Function<NamedChoice, Loss>> losses) {
        losses.put("squared-error", choice -> bare(choice, Loss.meanSquaredError()));
        losses.put("absolute-error", choice -> bare(choice, Loss.meanAbsoluteError()));
        losses.put("huber", choice -> Loss.huber(choice.withNumbers(0, 1).number(0, 1)));
        losses.put("smooth-l1", choice -> Loss.smoothL1(choice.withNumbers(0, 1).number(0, 1)));
        losses.put("log-cosh", choice -> bare(choice, Loss.logCosh()));
        losses.put("quantile", LossOptions::quantiles);
        losses.put("poisson", choice -> bare(choice, Loss.poisson()));
        losses.put("gaussian", choice -> bare(choice, Loss.gaussian()));
    }

    private static Loss bare(NamedChoice choice, Loss loss) {
        choice.withNumbers(0, 0);
        return loss;
    }

    private static Loss quantiles(NamedChoice choice) {
        if (choice.numbers().isEmpty()
                || choice.numbers().stream().distinct().count()
                        < choice.numbers().size()) {
            throw CommandFailure.usage(
                    "--loss quantile must name its quantiles, each once, such as quantile:0.1,0.5,0.9, got "
                            + choice.text() + ".");
        }
        return new Quantile(choice.numbers());
    }

    private static Loss smoothed(Loss loss, Real share) {
        return Require.valid(share, () -> switch (loss) {
            case SoftmaxCrossEntropy softmax -> softmax.withLabelSmoothing(share.value());
            case SigmoidCrossEntropy sigmoid -> sigmoid.withLabelSmoothing(share.value());
            default ->
                throw CommandFailure.usage("--label-smoothing needs the loss cross-entropy, got " + loss.name() + ".");
        });
    }

    /// What made the task what it is, if these options did: `--loss mse is for numbers`.
    Optional<String> reason() {
        if (loss != null) {
            return Optional.of("--loss " + loss + " is for " + (lossTask() == Task.REGRESSION ? "numbers" : "labels"));
        }
        return labelSmoothing == null ? Optional.empty() : Optional.of("--label-smoothing is for labels");
    }

    /// How much each label counts.
    LabelWeights labelWeights() {
        if (classWeights == null) {
            return LabelWeights.equal();
        }
        if (classWeights.equals("balanced")) {
            return new LabelWeights.Balanced();
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String each : classWeights.split(",", -1)) {
            int equals = each.lastIndexOf('=');
            double weight = equals < 1 ? Double.NaN : weight(each.substring(equals + 1));
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)
                    || weights.put(each.substring(0, equals).strip(), weight) != null) {
                throw CommandFailure.usage("--class-weights must be balanced, or labels with weights that are finite"
                        + " and not negative, such as A=2,B=1, got " + classWeights + ".");
            }
        }
        return new LabelWeights.Given(weights);
    }

    private static double weight(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
