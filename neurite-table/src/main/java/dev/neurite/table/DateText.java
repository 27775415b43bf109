package dev.neurite.table;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads ISO 8601 dates: `2026-11-22`, with a time `2026-11-22T09:30`, `2026-11-22 09:30:15.25`, and a zone `Z`,
/// `+01`, `+01:00`, `+0100` behind it.
///
/// A time with a zone is moved to UTC, so that equal instants are equal; a time without one is taken as it stands.
/// Digits beyond the microsecond are dropped.
final class DateText {
    /// What [#micros] returns for a text that is no date.
    static final long NONE = DateColumn.MISSING;

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})"
            + "(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?(?:Z|([+-])(\\d{2})(?::?(\\d{2}))?)?)?");

    private static final int SECONDS_PER_DAY = 86_400;

    private DateText() {}

    /// Microseconds since 1970-01-01T00:00, or [#NONE].
    static long micros(String text) {
        Matcher matcher = ISO.matcher(text.strip());
        if (!matcher.matches()) {
            return NONE;
        }
        int year = number(matcher.group(1));
        int month = number(matcher.group(2));
        int day = number(matcher.group(3));
        boolean dayExists = month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        int seconds = secondsOfDay(matcher);
        int offset = offsetSeconds(matcher);
        if (!dayExists || seconds < 0 || offset == Integer.MIN_VALUE) {
            return NONE;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return (days * SECONDS_PER_DAY + seconds - offset) * 1_000_000 + microsOfSecond(matcher.group(7));
    }

    private static int secondsOfDay(Matcher matcher) {
        int hour = number(matcher.group(4));
        int minute = number(matcher.group(5));
        int second = number(matcher.group(6));
        return hour < 24 && minute < 60 && second < 60 ? 3600 * hour + 60 * minute + second : -1;
    }

    private static int offsetSeconds(Matcher matcher) {
        int hours = number(matcher.group(9));
        int minutes = number(matcher.group(10));
        if (hours > 18 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = 3600 * hours + 60 * minutes;
        return "-".equals(matcher.group(8)) ? -seconds : seconds;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int microsOfSecond(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000").substring(0, 6));
    }
}
