package dev.neurite.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times as people write them: `90s`, `10m`, `1h30m`, `0.5s`.
final class Durations {
    private static final Pattern TIME =
            Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,8})m)?(?:(\\d{1,10}(?:\\.\\d{1,9})?)s)?");

    private Durations() {}

    /// Reads the value of an option.
    ///
    /// @throws CommandFailure if it is no time, or none at all
    static Duration of(String option, String text) {
        Matcher time = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
        Duration duration = time.matches() ? read(time) : Duration.ZERO;
        if (!duration.isPositive()) {
            throw CommandFailure.usage(
                    "%s must be a positive time such as 90s, 10m or 1h30m, got %s.".formatted(option, text));
        }
        return duration;
    }

    private static Duration read(Matcher time) {
        double seconds = number(time.group(3)) + 60 * number(time.group(2)) + 3600 * number(time.group(1));
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    private static double number(@Nullable String group) {
        return group == null ? 0 : Double.parseDouble(group);
    }
}
