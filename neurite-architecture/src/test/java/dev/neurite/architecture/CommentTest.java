package dev.neurite.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Documentation comments in whole lines: the formatter cuts a line that is too long, and leaves what it cut off on a
/// line of its own.
class CommentTest {
    private static final Pattern FULL = Pattern.compile("\\s*/// \\S.{85,}");
    private static final Pattern SCRAP = Pattern.compile("\\s*/// \\S+( \\S+)?(?<![.:])");
    private static final Pattern CONTINUED = Pattern.compile("\\s*/// [a-z`(].*");

    @Test
    void comment_ofAnySource_hasNoScrapBetweenLines() {
        List<String> scraps = Stream.of("src/main", "src/test")
                .flatMap(folder -> Sources.files(folder, ".java").stream())
                .flatMap(CommentTest::scraps)
                .toList();

        assertThat(scraps).isEmpty();
    }

    @Test
    void scrap_betweenAFullLineAndItsContinuation_isFound() {
        String full = "/// " + "word ".repeat(20) + "word";

        assertThat(isScrap(full, "/// of", "/// the rest.")).isTrue();
        assertThat(isScrap(full, "/// the end.", "/// another sentence")).isFalse();
        assertThat(isScrap("/// a short line", "/// of", "/// the rest.")).isFalse();
        assertThat(isScrap(full, "/// of", "class Next {")).isFalse();
    }

    private static Stream<String> scraps(Path file) {
        List<String> lines = Sources.lines(file);
        return IntStream.range(1, lines.size() - 1)
                .filter(i -> isScrap(lines.get(i - 1), lines.get(i), lines.get(i + 1)))
                .mapToObj(i ->
                        Sources.name(file) + ":" + (i + 1) + " " + lines.get(i).strip());
    }

    private static boolean isScrap(String before, String line, String after) {
        return FULL.matcher(before).matches()
                && SCRAP.matcher(line).matches()
                && CONTINUED.matcher(after).matches();
    }
}
