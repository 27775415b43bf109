package dev.neurite.table;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What people write in cells where a plain number, an ISO date or nothing is meant.
final class CellText {
    private static final Pattern COMMA_NUMBER = Pattern.compile("[+-]?(?:\\d+|\\d{1,3}(?:\\.\\d{3})+)?,\\d+");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d{3})+");
    private static final Pattern POINT_NUMBER = Pattern.compile("[+-]?\\d*\\.\\d+(?:[eE][+-]?\\d+)?");
    private static final Pattern OTHER_DATE = Pattern.compile("(?:\\d{1,2}([./-])\\d{1,2}\\1\\d{4}"
            + "|\\d{1,2}/\\d{1,2}/\\d{2}|\\d{4}[./]\\d{1,2}[./]\\d{1,2}\\.?)(?:[ T]\\d{1,2}:\\d{2}.*)?");
    private static final Set<String> MARKERS = Set.of(
            "na", "n/a", "#n/a", "<na>", "n.a.", "null", "none", "nil", "-", "--", "?", ".", "*", "missing", "unknown");

    private CellText() {}

    /// Whether this is a number with a decimal comma, such as `0,63` or `1.234,5`.
    static boolean isCommaNumber(String text) {
        return text.indexOf(',') >= 0 && COMMA_NUMBER.matcher(text.strip()).matches();
    }

    /// Whether this is a whole number with points between its thousands, such as `1.234`; with a decimal point it
    /// would be another one.
    static boolean isGrouped(String text) {
        return GROUPED.matcher(text.strip()).matches();
    }

    /// Whether this is a number with a decimal point.
    static boolean isPointNumber(String text) {
        return POINT_NUMBER.matcher(text.strip()).matches();
    }

    /// A number with a decimal comma as Neurite reads it: `1.234,5` becomes `1234.5`.
    static String withPoint(String text) {
        return text.replace(".", "").replace(',', '.');
    }

    /// Whether this stands for a missing value in many files, such as `NA`.
    static boolean isMarker(String text) {
        return MARKERS.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /// Whether this is a date in another form than ISO 8601, such as `13.01.2024`.
    static boolean isOtherDate(String text) {
        return OTHER_DATE.matcher(text.strip()).matches();
    }

    /// The option that takes a text as missing, as a shell takes it.
    static String missingOption(String text) {
        String plain = text.strip();
        return "--missing " + (plain.matches("[\\w./-]+") ? plain : "'" + plain + "'");
    }
}
