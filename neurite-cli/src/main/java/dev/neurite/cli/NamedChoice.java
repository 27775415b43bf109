package dev.neurite.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// A choice by its name, with numbers behind a colon where it takes any, such as `huber:1.5`.
///
/// @param option the option whose value it is, for messages
/// @param text the value as given
/// @param name the name, without hyphens and in small letters
/// @param numbers what stands behind the colon
record NamedChoice(String option, String text, String name, List<Double> numbers) {
    /// Reads the value of an option.
    ///
    /// @throws CommandFailure if what stands behind the colon are no numbers
    static NamedChoice parse(String option, String text) {
        int colon = text.indexOf(':');
        List<Double> numbers = new ArrayList<>();
        if (colon >= 0) {
            for (String each : text.substring(colon + 1).split(",", -1)) {
                try {
                    numbers.add(Double.valueOf(each.strip()));
                } catch (NumberFormatException e) {
                    throw CommandFailure.usage(
                            "%s must have numbers behind the colon, got %s.".formatted(option, text));
                }
            }
        }
        return new NamedChoice(option, text, plain(colon < 0 ? text : text.substring(0, colon)), numbers);
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    /// The same by the name that an alias stands for.
    NamedChoice withAliases(Map<String, String> aliases) {
        return aliases.entrySet().stream()
                .filter(alias -> plain(alias.getKey()).equals(name))
                .findFirst()
                .map(alias -> new NamedChoice(option, text, plain(alias.getValue()), numbers))
                .orElse(this);
    }

    /// What the name stands for.
    ///
    /// @param choices by the names as they are shown
    /// @throws CommandFailure if none has the name; the message lists those that there are
    <T> T among(Map<String, Function<NamedChoice, T>> choices) {
        for (Map.Entry<String, Function<NamedChoice, T>> choice : choices.entrySet()) {
            if (plain(choice.getKey()).equals(name)) {
                return choice.getValue().apply(this);
            }
        }
        throw CommandFailure.usage(
                "%s must be one of %s, got %s.".formatted(option, String.join(", ", choices.keySet()), text));
    }

    /// Refuses other counts of numbers.
    NamedChoice withNumbers(int least, int most) {
        if (numbers.size() < least || numbers.size() > most) {
            String rule = least == most
                    ? Numbers.of(least, "number")
                    : most == Integer.MAX_VALUE
                            ? "at least " + Numbers.of(least, "number")
                            : least + " to " + Numbers.of(most, "number");
            throw CommandFailure.usage("%s must have %s, got %s."
                    .formatted(
                            option,
                            most == 0 ? "no number behind the name" : rule + " behind the name, such as name:1",
                            text));
        }
        return this;
    }

    /// The number at an index, or the usual one.
    double number(int index, double usual) {
        return index < numbers.size() ? numbers.get(index) : usual;
    }

    /// The whole number at an index, as an `int`.
    int small(int index, int usual) {
        long value = whole(index, usual);
        if (value != (int) value) {
            throw CommandFailure.usage("%s must have smaller whole numbers there, got %s.".formatted(option, text));
        }
        return (int) value;
    }

    /// The whole number at an index.
    long whole(int index, long usual) {
        double value = number(index, (double) usual);
        if (value != Math.rint(value) || Math.abs(value) > 1e15) {
            throw CommandFailure.usage("%s must have whole numbers there, got %s.".formatted(option, text));
        }
        return (long) value;
    }
}
