package dev.neurite.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the README says is so.
class ReadmeTest {
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MAIN =
            Pattern.compile("main\\(String\\[] arguments\\) \\{\n(.*?)\n    }\n", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    @ParameterizedTest
    @CsvSource({"0, Hello", "1, HelloTable"})
    void javaBlock_lines_areThoseOfTheExample(int block, String example) throws IOException {
        String source = Files.readString(Sources.ROOT.resolve("examples/hello/src/main/java/" + example + ".java"));
        String body = MAIN.matcher(source)
                .results()
                .map(result -> result.group(1))
                .findFirst()
                .orElseThrow()
                .stripIndent();
        assertThat(javaBlocks().get(block).strip()).isEqualTo(body.strip());
        assertThat(body.lines()).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void links_toFiles_leadSomewhere() throws IOException {
        for (String page : List.of("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md")) {
            LINK.matcher(Files.readString(Sources.ROOT.resolve(page)))
                    .results()
                    .map(result -> result.group(1))
                    .forEach(link -> assertThat(Sources.ROOT.resolve(link)).exists());
        }
    }

    private static List<String> javaBlocks() throws IOException {
        String readme = Files.readString(Sources.ROOT.resolve("README.md"));
        return JAVA_BLOCK
                .matcher(readme)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
