package dev.neurite.cli;

import dev.neurite.table.Estimate;
import dev.neurite.table.Target;
import java.util.List;
import java.util.stream.Collectors;

/// What a model predicts, in words.
final class Targets {
    private Targets() {}

    /// The columns in quotes: `"a" and "b"`.
    static String names(List<String> columns) {
        return columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(" and "));
    }

    /// The columns for JSON: a text, or a list of several.
    static Object json(Target target) {
        return target.columns().size() == 1 ? target.columns().getFirst() : target.columns();
    }

    /// Lines about each part of a target.
    static List<String> lines(Target target) {
        return target.singles().stream()
                .flatMap(single -> lines(single).stream())
                .toList();
    }

    private static List<String> lines(Target.Single single) {
        return switch (single) {
            case Target.Classification labels -> labels(labels.column(), labels.labels());
            case Target.YesNo yesNo -> labels(yesNo.column(), yesNo.labels());
            case Target.Regression number ->
                List.of(
                        "Predicts \"%s\", %s".formatted(number.column(), estimate(number.estimate())),
                        "  mean %s, deviation %s".formatted(Numbers.text(number.mean()), Numbers.text(number.std())));
        };
    }

    private static List<String> labels(String column, List<String> labels) {
        return List.of(
                "Predicts \"%s\", one of %s".formatted(column, Numbers.of(labels.size(), "label")),
                "  " + String.join(", ", labels));
    }

    private static String estimate(Estimate estimate) {
        return switch (estimate) {
            case Estimate.Value ignored -> "a number";
            case Estimate.MeanAndVariance ignored -> "a number, by its mean and variance";
            case Estimate.Quantiles quantiles ->
                "a number, by its quantiles "
                        + quantiles.levels().stream().map(String::valueOf).collect(Collectors.joining(", "));
        };
    }
}
