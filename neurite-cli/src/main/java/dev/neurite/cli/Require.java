package dev.neurite.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Checks of option values; what is refused is named by its option.
final class Require {
    /// What the core calls a value, and what the user called it.
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("Trainer.learningRate", "--learning-rate"),
            Map.entry("Trainer.batchSize", "--batch-size"),
            Map.entry("Trainer.epochs", "--epochs"),
            Map.entry("Trainer.steps", "--steps"),
            Map.entry("Trainer.threads", "--threads"),
            Map.entry("EarlyStopping.patience", "--patience"),
            Map.entry("Lbfgs.l2", "--weight-decay"),
            Map.entry("clipByGlobalNorm.maximum", "--clip-norm"),
            Map.entry("Warmup.warmupSteps", "--warmup"),
            Map.entry("Dropout.rate", "--dropout"),
            Map.entry("maxNorm", "--max-norm"),
            Map.entry("SoftmaxCrossEntropy.labelSmoothing", "--label-smoothing"),
            Map.entry("SigmoidCrossEntropy.labelSmoothing", "--label-smoothing"));

    private Require() {}

    static int positive(String option, int value) {
        return that(value > 0, option, "be positive", value);
    }

    static double positive(String option, Real value) {
        that(value.value() > 0 && value.value() < Double.POSITIVE_INFINITY, option, "be positive", value.text());
        return value.value();
    }

    static int notNegative(String option, int value) {
        return that(value >= 0, option, "not be negative", value);
    }

    static double fraction(String option, Real value) {
        that(value.value() >= 0 && value.value() < 1, option, "be in [0, 1)", value.text());
        return value.value();
    }

    static int between(String option, int least, int most, int value) {
        return that(value >= least && value <= most, option, "be between " + least + " and " + most, value);
    }

    private static <T> T that(boolean allowed, String option, String rule, T value) {
        if (!allowed) {
            throw CommandFailure.usage(option + " must " + rule + ", got " + value + ".");
        }
        return value;
    }

    /// The choice of a name.
    static <T> T oneOf(String option, Map<String, T> choices, String value) {
        T choice = choices.get(value);
        if (choice == null) {
            throw CommandFailure.usage(
                    "%s must be one of %s, got %s.".formatted(option, String.join(", ", names(choices)), value));
        }
        return choice;
    }

    private static List<String> names(Map<String, ?> choices) {
        return List.copyOf(choices.keySet());
    }

    /// What the core makes of option values; its refusals are said in the words of the command line.
    static <T> T valid(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(inOptions(String.valueOf(e.getMessage())) + ".");
        }
    }

    /// What the core makes of one number; its refusal says the number as it was typed.
    static <T> T valid(Real typed, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            String message = inOptions(String.valueOf(e.getMessage()));
            int value = message.lastIndexOf(", got ");
            throw CommandFailure.usage(
                    (value < 0 ? message : message.substring(0, value) + ", got " + typed.text()) + ".");
        }
    }

    /// What the core finds by a name; its refusal says which names there are.
    static <T> T named(String option, Supplier<T> found) {
        try {
            return found.get();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw CommandFailure.usage(option + message.substring(Math.max(0, message.indexOf(" must "))) + ".");
        }
    }

    /// What the core makes of the value of an option that holds a name and numbers.
    static <T> T inRange(String option, String value, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            String rule = String.valueOf(e.getMessage()).replaceFirst("^[A-Z]\\w*\\.", ""); // which class has it
            throw CommandFailure.usage("%s %s is out of range: %s.".formatted(option, value, rule));
        }
    }

    private static String inOptions(String message) {
        int dot = message.indexOf(".weightDecay ");
        if (dot > 0) {
            return "--weight-decay" + message.substring(dot + ".weightDecay".length());
        }
        return OPTIONS.entrySet().stream()
                .filter(entry -> message.startsWith(entry.getKey() + " "))
                .map(entry ->
                        entry.getValue() + message.substring(entry.getKey().length()))
                .findFirst()
                .orElse(message);
    }
}
