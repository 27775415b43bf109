package dev.neurite.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The words `true` and `false`, which sources write in different case: `True` comes from Python, `TRUE` from R and
/// spreadsheets, `true` from Parquet and JSON.
final class Booleans {
    private Booleans() {}

    /// The text among these that means the same boolean; empty unless all of them are booleans of different value.
    static Optional<String> find(List<String> texts, String text) {
        boolean booleans = texts.size() <= 2
                && texts.stream().allMatch(Booleans::isOne)
                && texts.stream()
                                .map(each -> each.toLowerCase(Locale.ROOT))
                                .distinct()
                                .count()
                        == texts.size();
        return booleans ? texts.stream().filter(text::equalsIgnoreCase).findFirst() : Optional.empty();
    }

    private static boolean isOne(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }
}
