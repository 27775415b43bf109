package dev.neurite.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with a command line, in one sentence.
final class UsageSentence {
    private UsageSentence() {}

    static String of(ParameterException exception) {
        List<String> unmatched = exception.getCommandLine().getUnmatchedArguments();
        if (exception instanceof MissingParameterException missing && unmatched.isEmpty()) {
            return missing(missing);
        }
        if (exception instanceof MissingParameterException) { // what is not understood is the likelier mistake
            return unmatched(new UnmatchedArgumentException(exception.getCommandLine(), unmatched));
        }
        return switch (exception) {
            case UnmatchedArgumentException first -> unmatched(first);
            case OverwrittenOptionException twice -> name(twice.getOverwritten()) + " is given twice.";
            default -> other(exception);
        };
    }

    private static String unmatched(UnmatchedArgumentException exception) {
        String first = exception.getUnmatched().getFirst();
        List<String> near = exception.getSuggestions();
        String hint = near.isEmpty() ? "" : "; did you mean " + near.getFirst() + "?";
        boolean command = !exception.getCommandLine().getSubcommands().isEmpty();
        if (exception.isUnknownOption()) {
            return "There is no option " + first + (hint.isEmpty() ? "." : hint);
        }
        return command
                ? "There is no command " + first + (hint.isEmpty() ? "." : hint)
                : "There is one argument too many, " + first + ".";
    }

    private static String missing(MissingParameterException exception) {
        ArgSpec first = exception.getMissing().getFirst();
        if (first instanceof OptionSpec option && option.required() && !wasGiven(exception, option)) {
            return first(option) + " " + option.paramLabel() + " is needed.";
        }
        return first instanceof OptionSpec option
                ? first(option) + " needs a value, " + option.paramLabel() + "."
                : exception.getMissing().stream().map(ArgSpec::paramLabel).collect(Collectors.joining(" and "))
                        + " is needed.";
    }

    private static boolean wasGiven(MissingParameterException exception, OptionSpec option) {
        return exception.getMessage() != null
                && exception.getMessage().startsWith("Missing required parameter for option")
                && exception.getMessage().contains(first(option));
    }

    private static String other(ParameterException exception) {
        ArgSpec spec = exception.getArgSpec();
        String value = exception.getValue();
        if (spec == null || value == null) {
            return sentence(String.valueOf(exception.getMessage()));
        }
        return name(spec) + " must be " + kind(spec, value) + ", got " + value + ".";
    }

    private static String kind(ArgSpec spec, String value) {
        Class<?> type = spec.type();
        if (type == double.class || type == Real.class) {
            return "a number";
        }
        boolean tooLarge = value.matches("[-+]?\\d+");
        return type == Path.class ? "the name of a file" : tooLarge ? "a smaller whole number" : "a whole number";
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option ? first(option) : spec.paramLabel();
    }

    /// The longest of the names of an option, the one that tells what it is.
    private static String first(OptionSpec option) {
        return option.longestName();
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
