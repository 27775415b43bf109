package dev.neurite.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The pages about the described systems.
class PagesTest {
    private static final Path PAGES =
            Path.of("").toAbsolutePath().resolve("../../docs/systems").normalize();
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    @Test
    void example_everyOne_hasAPageWithItsCommandAndAPicture() throws IOException {
        for (Example example : Example.systems()) {
            String page = Files.readString(PAGES.resolve(example.name() + ".md"));
            assertThat(page).contains("./neurite example " + example.name(), "](" + example.name() + "-");
        }
    }

    @Test
    void link_onEveryPage_leadsSomewhere() throws IOException {
        for (String name : List.of("README.md", "000.md", "001.md", "002.md", "003.md", "004.md")) {
            List<String> links = LINK.matcher(Files.readString(PAGES.resolve(name)))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(links).isNotEmpty();
            assertThat(links).allSatisfy(link -> assertThat(PAGES.resolve(link)).exists());
        }
    }
}
