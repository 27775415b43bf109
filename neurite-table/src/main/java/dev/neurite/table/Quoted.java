package dev.neurite.table;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Texts of a file as messages show them: in double quotes, on one line, not too long.
final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    static String text(String text) {
        String line = text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
        if (line.length() > LONGEST) {
            int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            line = line.substring(0, end) + "…";
        }
        return '"' + line + '"';
    }

    /// The first few of the texts, and how many there are in all when some are left out.
    static String texts(List<String> texts, int most) {
        String shown = texts.stream().limit(most).map(Quoted::text).collect(Collectors.joining(", "));
        return texts.size() <= most ? shown : shown + ", … (" + texts.size() + " in all)";
    }

    /// With a mark between thousands.
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `1 row`, `2 rows`; a noun that takes another plural is given whole: `count(2, "category", "categories")`.
    static String count(long count, String one) {
        return count(count, one, one + "s");
    }

    static String count(long count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }
}
