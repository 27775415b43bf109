package dev.neurite.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every source looks as the formatter writes it; `mvn spotless:apply` makes it so.
class FormatTest {
    private static final Formatter FORMATTER = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    @Test
    void source_ofEveryModule_isFormatted() throws IOException, FormatterException {
        List<Path> sources = sources();
        List<String> unformatted = new ArrayList<>();
        for (Path file : sources) {
            String source = Files.readString(file);
            if (!source.equals(formatted(source))) {
                unformatted.add(Sources.name(file));
            }
        }
        assertThat(sources).hasSizeGreaterThan(300);
        assertThat(unformatted).isEmpty();
    }

    @Test
    void source_withAnUnusedImport_isNotFormatted() throws FormatterException {
        String source = "import java.util.List;\n\nclass A {}\n";
        assertThat(formatted(source)).isEqualTo("class A {}\n");
    }

    private static String formatted(String source) throws FormatterException {
        String ordered = ImportOrderer.reorderImports(source, Style.PALANTIR);
        return FORMATTER.formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
    }

    /// All but those of `examples/hello`, whose lines are counted in the README.
    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Sources.ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !Sources.name(file).contains("target/"))
                    .filter(file -> !Sources.name(file).startsWith("examples/hello/"))
                    .sorted()
                    .toList();
        }
    }
}
