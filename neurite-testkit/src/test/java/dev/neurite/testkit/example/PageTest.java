package dev.neurite.testkit.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/extending.md shows these examples as they are compiled.
class PageTest {
    private static final Path PAGE = Path.of("../docs/extending.md");
    private static final Path SOURCES = Path.of("src/test/java/dev/neurite/testkit");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("^package .*;\n\n");

    @Test
    void javaBlocks_ofThePage_areCompiledSources() throws IOException {
        String sources = String.join("\n", sources());
        List<String> blocks = blocks();
        assertThat(blocks)
                .hasSizeGreaterThan(5)
                .allSatisfy(block -> assertThat(unspaced(sources)).contains(unspaced(block)));
    }

    @Test
    void examples_ofTheFolder_areOnThePage() throws IOException {
        String page = Files.readString(PAGE);
        try (Stream<Path> files = Files.list(SOURCES.resolve("example"))) {
            List<Path> examples =
                    files.filter(file -> !file.toString().endsWith("Test.java")).toList();
            assertThat(examples).isNotEmpty();
            for (Path example : examples) {
                String source = PACKAGE.matcher(Files.readString(example)).replaceFirst("");
                assertThat(page).contains("```java\n" + source + "```");
            }
        }
    }

    private static List<String> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(PageTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unspaced(String text) {
        return text.replaceAll("\\s+", "");
    }
}
