package dev.neurite.table;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// The name a writer probably meant.
///
/// Distance is Levenshtein's (insertions, deletions, substitutions) without regard to case; of equal ones the first
/// wins. A name further away than half its length is no suggestion.
final class NearestName {
    private NearestName() {}

    static Optional<String> of(String written, Collection<String> names) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String name : names) {
            int distance = distance(fold(written), fold(name));
            if (distance < least && distance <= Math.max(1, Math.max(written.length(), name.length()) / 2)) {
                least = distance;
                nearest = name;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /// One row of the table of prefix distances at a time.
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
